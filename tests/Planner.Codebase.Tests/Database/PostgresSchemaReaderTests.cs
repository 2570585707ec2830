using Planner.Codebase.Database;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Database;

public sealed class PostgresSchemaReaderTests(ScratchPostgres postgres) : IClassFixture<ScratchPostgres>
{
    private const string Reason = "PostgreSQL is not installed (apt-get install postgresql).";

    public static bool Installed => ScratchPostgres.Binaries is not null;

    [Fact(SkipUnless = nameof(Installed), Skip = Reason)]
    public async Task TablesWithKeysIndexesAndChecks_AreReadAsTheyAre()
    {
        await postgres.Execute("""
            CREATE SCHEMA depot;
            CREATE TABLE depot.crates (id bigint PRIMARY KEY, label varchar(40) NOT NULL DEFAULT 'x', weight numeric(8,2) CHECK (weight > 0));
            CREATE TABLE depot.moves (crate_id bigint NOT NULL REFERENCES depot.crates (id), at timestamptz NOT NULL, note text, PRIMARY KEY (crate_id, at));
            CREATE UNIQUE INDEX ux_moves_note ON depot.moves (note, lower(note));
            CREATE VIEW depot.heavy AS SELECT id FROM depot.crates WHERE weight > 100;
            """);

        var tables = (await new PostgresSchemaReader(postgres.ConnectionString).Read(CancellationToken.None)).Where(t => t.Schema == "depot").ToList();

        Assert.Equal(["crates", "heavy", "moves"], tables.Select(t => t.Name));
        Assert.Equal(
            [
                new ColumnFact("id", "bigint", false),
                new("label", "character varying(40)", false, "'x'::character varying"),
                new("weight", "numeric(8,2)", true),
            ],
            tables[0].Columns);
        Assert.Contains("weight > ", Assert.Single(tables[0].Checks), StringComparison.Ordinal);
        Assert.True(tables[1].IsView);
        Assert.Equal(["crate_id", "at"], tables[2].PrimaryKey);
        Assert.Equal("depot.crates", Assert.Single(tables[2].ForeignKeys).Table);
        var index = Assert.Single(tables[2].Indexes);
        Assert.Equal((true, "note", "lower(note)"), (index.Unique, index.Columns[0], index.Columns[1]));
    }

    [Fact(SkipUnless = nameof(Installed), Skip = Reason)]
    public async Task UnknownDatabase_IsRefusedWithoutNamingIt()
    {
        var reader = new PostgresSchemaReader(postgres.ConnectionString.Replace("Database=postgres", "Database=hidden_name", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<DatabaseUnreadableException>(() => reader.Read(CancellationToken.None));

        Assert.DoesNotContain("hidden_name", refused.ToString(), StringComparison.Ordinal);
        Assert.False(refused.RetryHelps);
    }

    [Fact]
    public void ConnectionStringThatIsNone_IsExplainedWithoutQuotingIt()
    {
        var refused = Assert.Throws<DatabaseUnreadableException>(() => new PostgresSchemaReader("Password=s3cret;Nonsense=1"));

        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatIsNotThere_CanBeTriedAgain()
    {
        var reader = new PostgresSchemaReader("Host=127.0.0.1;Port=1;Username=u;Password=s3cret;Database=d");

        var refused = await Assert.ThrowsAsync<DatabaseUnreadableException>(() => reader.Read(CancellationToken.None));

        Assert.True(refused.RetryHelps);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }
}
