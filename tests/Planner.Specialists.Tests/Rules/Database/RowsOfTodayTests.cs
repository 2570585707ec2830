using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Database;

public sealed class RowsOfTodayTests
{
    [Theory]
    [InlineData(
        "rows with `hidden` true get `hidden_at` set to the time of the migration.",
        "UPDATE visits\nSET hidden_at = now()\nWHERE hidden = true AND hidden_at IS NULL;\n")]
    [InlineData("existing rows are filled from `made_at`.", null)]
    [InlineData("all rows get `hidden_at` copied from `made_at`.", "UPDATE visits\nSET hidden_at = made_at\nWHERE hidden_at IS NULL;\n")]
    [InlineData(
        "every row where `hidden` is null gets `hidden_at` set to now.",
        "UPDATE visits\nSET hidden_at = now()\nWHERE hidden IS NULL AND hidden_at IS NULL;\n")]
    public async Task StatedRowsAndValue_AreFilledByAScript(string statement, string? script)
    {
        var opinion = await Database($"`visits` gets `hidden_at` (timestamptz null); {statement}");

        Assert.Equal(script, opinion.Design<SchemaDesign>()!.Migrations.FirstOrDefault(m => m.Role == MigrationRole.Fill)?.Up);
    }

    [Theory]
    [InlineData("existing rows get the right `hidden_at`.")]
    [InlineData("rows with `hidden` true get `hidden_at` set to `unknown_column`.")]
    [InlineData("rows with `nothing` true get `hidden_at` set to now.")]
    [InlineData("old rows get `hidden_at` set to '1'; DROP TABLE visits; --'.")]
    public async Task RowsOrValueThatTheTicketLeavesOpen_AreAskedAboutAndHoldTheConfidence(string statement)
    {
        var opinion = await Database($"`visits` gets `hidden_at` (timestamptz null); {statement}");

        Assert.DoesNotContain(
            opinion.Design<SchemaDesign>()!.Migrations,
            m => m.Role == MigrationRole.Fill || m.Up.Contains("DROP TABLE", StringComparison.Ordinal));
        Assert.Contains(opinion.Questions, q => q.Text.StartsWith("Which rows of `visits` get which value in `hidden_at`", StringComparison.Ordinal));
        Assert.True(opinion.Confidence < 8);
    }

    [Fact]
    public async Task ColumnThatGoes_IsDroppedInAScriptOfItsOwnWithItsRisk()
    {
        var opinion = await Database("`visits` gets `hidden_at` (timestamptz null).", "The column `hidden` is removed after nothing reads it any more.");
        var drop = Assert.Single(opinion.Design<SchemaDesign>()!.Migrations, m => m.Role == MigrationRole.Contract);

        Assert.Equal("ALTER TABLE visits\n  DROP COLUMN hidden;\n", drop.Up);
        Assert.Equal("ALTER TABLE visits\n  ADD COLUMN hidden boolean;\n", drop.Down);
        Assert.NotNull(drop.Irreversible);
        Assert.Contains(
            opinion.Risks,
            r => r.Title.Contains("`visits.hidden`", StringComparison.Ordinal) && r.Title.Contains("when it is dropped", StringComparison.Ordinal));
        Assert.Equal(["AC2"], opinion.Tasks.Single(t => t.Files.Any(f => f.Path == drop.UpPath)).Satisfies);
        Assert.Contains(opinion.Design<SchemaDesign>()!.ZeroDowntime, s => s.StartsWith("In a release of its own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ColumnThatIsOnlySpokenOf_Stays()
    {
        var opinion = await Database(
            "`visits` gets `hidden_at` (timestamptz null).",
            "Rows that were removed keep the value of the column `hidden`, which tells why they were removed by hand.",
            "The filter on `hidden` is removed.");

        Assert.DoesNotContain(
            opinion.Design<SchemaDesign>()!.Migrations,
            m => m.Role == MigrationRole.Contract && opinion.Tasks.Any(t => t.Satisfies.Contains("AC3") && t.Files.Any(f => f.Path == m.UpPath)));
    }

    private static async Task<Opinion> Database(params string[] criteria) =>
        (await PanelRound.About(Code(), "x", criteria).Ask()).Single(o => o.Specialist == "database");

    private static GroundingBuilder Code() => new GroundingBuilder()
        .Table("visits", ["id bigint!", "made_at timestamptz!", "hidden boolean!"])
        .Type("VisitBook", "src/VisitBook.cs", methods: ["void Hide(int id)"])
        .Found("visits", MentionKind.Table)
        .New("visits.hidden_at", MentionKind.Column, "hidden_at timestamptz");
}
