"""``icp schema``: what a kind of file may hold."""

import click

from integrated_care_principles import files
from integrated_care_principles.text import canonical_json

_SCHEMAS = {
    "assessment": files.assessment_schema,
    "catalogue": files.catalogue_schema,
    "crosswalk": files.crosswalk_schema,
    "policy": files.policy_schema,
}


@click.command()
@click.argument("kind", type=click.Choice(list(_SCHEMAS)))
def schema(kind: str) -> None:
    """
    Print the JSON Schema (draft 2020-12) of a kind of file, for editors and other
    programs. What no schema can say, icp check does.
    """
    click.echo(canonical_json(_SCHEMAS[kind]()))
