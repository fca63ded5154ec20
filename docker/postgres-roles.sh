#!/bin/sh
# Runs once, in an empty database server: the owner migrates, the app owns nothing and cannot step around row-level security.
set -eu
# A heredoc, because psql puts variables only into scripts; and passwords do not show among the processes.
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv owner_password PLEXUS_OWNER_PASSWORD
\getenv app_password PLEXUS_APP_PASSWORD
CREATE ROLE plexus_owner LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS NOREPLICATION PASSWORD :'owner_password';
CREATE ROLE plexus_app LOGIN NOCREATEROLE NOCREATEDB NOSUPERUSER NOBYPASSRLS NOREPLICATION PASSWORD :'app_password';
CREATE DATABASE plexus OWNER plexus_owner TEMPLATE template0 ENCODING 'UTF8';
SQL
