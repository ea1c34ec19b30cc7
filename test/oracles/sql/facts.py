"""Says what sqlglot understands of statements: JSON in (dialect, statements), JSON out, one fact each."""

import json
import logging
import sys

import sqlglot
from sqlglot import exp

logging.disable(logging.CRITICAL)


def name_of(node):
    table = node.find(exp.Table)
    return ".".join(part.name for part in table.parts) if table else None


def option_key(key):
    if isinstance(key, str):
        return key
    return key.sql() if isinstance(key, exp.Dot) else key.name


def create_facts(node):
    target = node.this
    schema = target if isinstance(target, exp.Schema) else None
    columns = [c.name for c in schema.expressions if isinstance(c, exp.ColumnDef)] if schema else []
    keys = [i.name for k in node.find_all(exp.PrimaryKey) for i in k.expressions]
    for column in schema.find_all(exp.ColumnDef) if schema else []:
        if column.find(exp.PrimaryKeyColumnConstraint):
            keys.append(column.name)
    properties = node.args.get("properties")
    known = properties.expressions if properties else []
    options = {}
    for item in known:
        if type(item) is exp.Property:
            value = item.args["value"]
            options[option_key(item.this)] = value.name or value.sql()
    materialized = any(isinstance(item, exp.MaterializedProperty) for item in known)
    kind = "CREATE " + ("MATERIALIZED " if materialized else "") + node.args["kind"]
    body = isinstance(node.args.get("expression"), exp.Query)
    return {
        "kind": kind,
        "name": name_of(target),
        "columns": columns,
        "primaryKey": keys,
        "options": options,
        "body": body,
    }


def facts(text, dialect):
    try:
        node = sqlglot.parse_one(text, dialect=dialect)
    except sqlglot.errors.SqlglotError:
        return None
    if isinstance(node, exp.Create):
        return create_facts(node)
    if isinstance(node, exp.Insert):
        return {"kind": "INSERT", "name": name_of(node.this), "body": True}
    if isinstance(node, exp.Query):
        return {"kind": "SELECT", "body": True}
    if isinstance(node, exp.Drop):
        return {"kind": "DROP " + node.args["kind"], "name": name_of(node)}
    return None


def main():
    request = json.load(sys.stdin)
    dialect = request["dialect"]
    cut = [s for s in sqlglot.tokenize(request["text"], dialect=dialect) if s.token_type.name == "SEMICOLON"]
    json.dump({"semicolons": len(cut), "facts": [facts(s, dialect) for s in request["statements"]]}, sys.stdout)


main()
