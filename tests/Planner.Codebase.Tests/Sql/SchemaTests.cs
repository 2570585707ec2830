using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Sql;

public sealed class SchemaTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    private async Task<TableFact> Only(string sql)
    {
        tree.With("db/001_a.up.sql", sql);
        return Assert.Single((await tree.Read()).Tables);
    }

    private static IEnumerable<string> Columns(TableFact table) =>
        table.Columns.Select(c => $"{c.Name} {c.Type}{(c.Nullable ? "" : "!")}{(c.Default is null ? "" : " = " + c.Default)}");

    [Fact]
    public async Task CreateTable_GivesColumnsKeysAndChecks()
    {
        var table = await Only("""
            -- a comment; with a semicolon
            CREATE TABLE IF NOT EXISTS "order_items" (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              order_id bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
              price NUMERIC(12,2) NOT NULL DEFAULT 0 CHECK (price >= 0),
              note text DEFAULT 'a, b; c',
              tags text[] /* nested /* comment */ */,
              at timestamp with time zone DEFAULT now() NOT NULL,
              CONSTRAINT ux UNIQUE (order_id, price),
              FOREIGN KEY (id, order_id) REFERENCES s.other (a, b)
            );
            """);
        Assert.Equal(("public", "order_items", 2), (table.Schema, table.Name, table.Line));
        Assert.Equal(
            ["id bigint!", "order_id bigint!", "price numeric(12,2)! = 0", "note text = 'a, b; c'", "tags text[]", "at timestamp with time zone! = now()"],
            Columns(table));
        Assert.Equal(["id"], table.PrimaryKey);
        Assert.Equal(["orders", "s.other"], table.ForeignKeys.Select(f => f.Table));
        Assert.Equal(["price >= 0"], table.Checks);
        Assert.Equal(("ux", true), (table.Indexes[0].Name, table.Indexes[0].Unique));
    }

    [Fact]
    public async Task Alterations_AreAppliedInTheOrderOfNumbers()
    {
        tree.With("db/10_last.up.sql", "ALTER TABLE a RENAME COLUMN y TO z;")
            .With(
                "db/2_add.up.sql",
                "ALTER TABLE ONLY a ADD COLUMN IF NOT EXISTS x int NOT NULL DEFAULT 5, ADD y text, ADD CONSTRAINT c CHECK (x > 0);\nALTER TABLE a ALTER "
                    + "COLUMN x TYPE bigint USING x::bigint, ALTER x DROP DEFAULT, ALTER y SET NOT NULL;")
            .With("db/2_add.down.sql", "DROP TABLE a;")
            .With("db/3_drop.up.sql", "ALTER TABLE a DROP CONSTRAINT IF EXISTS c, DROP COLUMN gone CASCADE;")
            .With(
                "db/1_first.up.sql",
                "CREATE TABLE a (id int, gone int); CREATE UNIQUE INDEX CONCURRENTLY ix ON a USING btree (lower(gone::text), id DESC) WHERE id > 0;");
        var index = await tree.Read();
        var table = Assert.Single(index.Tables);
        Assert.Equal(["id int", "x bigint!", "z text!"], Columns(table));
        Assert.Empty(table.Checks);
        Assert.Equal(["lower(gone::text)", "id"], Assert.Single(table.Indexes).Columns);
        Assert.Equal(["1", "2", "2", "3", "10"], index.Migrations.Select(m => m.Order));
    }

    [Fact]
    public async Task RenamedTable_IsStillReferredTo()
    {
        tree.With(
            "db/001_a.up.sql",
            "create table a (id int primary key); create table b (a_id int references a); alter table a rename to c; drop table if exists zzz;");
        var tables = (await tree.Read()).Tables;
        Assert.Equal(["b", "c"], tables.Select(t => t.Name));
        Assert.Equal(("c", "id"), (tables[0].ForeignKeys[0].Table, tables[0].ForeignKeys[0].References[0]));
    }

    [Fact]
    public async Task DoBlocksAndFunctionBodies_AreToldApart()
    {
        var table = await Only("""
            CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN CREATE TABLE never (id int); END; $body$ LANGUAGE plpgsql;
            DO $$ BEGIN IF NOT EXISTS (SELECT 1) THEN CREATE TABLE made (id int); END IF; END $$;
            """);
        Assert.Equal(("made", 2), (table.Name, table.Line));
    }

    [Fact]
    public async Task View_HasTheColumnsOfItsSelect()
    {
        var view = await Only("create or replace view v as select o.id, sum(x.y) as total, coalesce(a, b) c from orders o;");
        Assert.True(view.IsView);
        Assert.Equal(["id", "total", "c"], view.Columns.Select(c => c.Name));
    }

    [Fact]
    public async Task DumpWithoutOrder_TellsOnlyWhatNoMigrationMakes()
    {
        tree.With("db/V1__init.sql", "create table a (id int);")
            .With("db/V1.1__more.sql", "alter table a add b int;")
            .With("schema.sql", "create table a (old int); create table extra (id int);");
        var index = await tree.Read();
        Assert.Equal(["a", "extra"], index.Tables.Select(t => t.Name));
        Assert.Equal(["id int", "b int"], Columns(index.Tables[0]));
        Assert.Equal("Flyway", index.Conventions.MigrationTool);
        Assert.Equal(["db/V1.2__{name}.sql"], index.Conventions.NextMigration);
    }

    [Fact]
    public async Task BothWaysInOneFile_OnlyTheWayUpCounts()
    {
        var table = await Only("-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;");
        Assert.Equal("a", table.Name);
    }

    [Theory]
    [InlineData("create table")]
    [InlineData("create table a (")]
    [InlineData("create table a (id int, constraint")]
    [InlineData("alter table a add column")]
    [InlineData("create table \"a (id")]
    [InlineData("create index on")]
    [InlineData("do $$ begin")]
    [InlineData(")))((;;,,")]
    public async Task BrokenScript_DoesNotStopTheReading(string sql)
    {
        tree.With("db/001_a.up.sql", sql).With("db/002_b.up.sql", "create table b (id int);");
        Assert.Contains((await tree.Read()).Tables, t => t.Name == "b");
    }
}
