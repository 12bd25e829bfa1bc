"""Two database roles: the owner migrates, the application serves and can change no structure.

The same on the product's own cluster and, by `zhengyin db roles`, on a real server.
"""

import secrets
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from zhengyin.cli.os_users import write_secret

OWNER = "zhengyin_owner"
APPLICATION = "zhengyin_app"
EXTENSIONS = ("btree_gist", "pg_trgm")  # trusted extensions: part of PostgreSQL's own contrib


def ensure_password(path: Path, owner: str | None = None) -> str:
    """Return the password in a 0600 file, making both when they are not there."""
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(24), owner)
    return path.read_text().strip()


def ensure_roles(superuser_url: str, passwords: dict[str, str]) -> None:
    """Create both roles or set their passwords anew; the owner may create databases."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for role, password in passwords.items():
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
            verb = "ALTER" if known else "CREATE"
            rights = "CREATEDB" if role == OWNER else "NOCREATEDB"
            connection.execute(
                sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}").format(
                    sql.SQL(verb), sql.Identifier(role), sql.SQL(rights), sql.Literal(password)
                )
            )


def ensure_database(superuser_url: str, database: str) -> None:
    """Create the owner's database with what the application may do in it, once."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), sql.Identifier(OWNER))
            )
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                sql.Identifier(database), sql.Identifier(APPLICATION)
            )
        )
    with psycopg.connect(make_conninfo(superuser_url, dbname=database), autocommit=True) as connection:
        for extension in EXTENSIONS:
            connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
        connection.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(sql.Identifier(OWNER)))
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        _grant_by_default(connection)


def _grant_by_default(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """What the owner makes, the application may read and write; TRUNCATE is never granted."""
    owner, application = sql.Identifier(OWNER), sql.Identifier(APPLICATION)
    for rights, kind in (
        ("SELECT, INSERT, UPDATE, DELETE", "TABLES"),
        ("USAGE, SELECT", "SEQUENCES"),
    ):
        connection.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public GRANT {} ON {} TO {}").format(
                owner, sql.SQL(rights), sql.SQL(kind), application
            )
        )
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(application))


def with_role(url: str, role: str, password: str, database: str) -> str:
    """Return `url`'s server as an address for another role and database."""
    known = {k: v for k, v in conninfo_to_dict(url).items() if k in ("host", "port", "sslmode")}
    return make_conninfo("", user=role, password=password, dbname=database, **known)
