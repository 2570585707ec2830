using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Database;

public sealed class DatabaseRulesTests
{
    [Fact]
    public async Task New_table_gets_key_reference_borrowed_check_and_index()
    {
        var script = (await Fixtures.Referral().Ask("database")).Design<SchemaDesign>()!.Migrations[0];

        Assert.Equal(("db/migrations/007_create_referrals.up.sql", "db/migrations/007_create_referrals.down.sql"), (script.UpPath, script.DownPath));
        Assert.Equal(
            """
            CREATE TABLE referrals (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              visit_id bigint NOT NULL REFERENCES visits (id),
              fee numeric(10,2) NOT NULL,
              specialty text NOT NULL,
              CONSTRAINT ck_referrals_fee CHECK (fee >= 0)
            );

            CREATE INDEX ix_referrals_visit_id ON referrals (visit_id);

            """.ReplaceLineEndings("\n"),
            script.Up);
        Assert.Equal("DROP TABLE referrals;\n", script.Down);
        Assert.Contains("SHARE ROW EXCLUSIVE on `visits`", script.Locks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_belong_to_their_owner_in_codeowners() =>
        Assert.Equal("@clinic-dba", (await Fixtures.Referral().Ask("database")).Tasks[0].Owner);

    [Fact]
    public async Task Column_without_a_type_is_asked_and_lowers_the_confidence()
    {
        var opinion = await Coloured().Ask("database");

        Assert.Contains(opinion.Questions, q => q.Text == "Which type has `colour` of `visits`?");
        Assert.True(opinion.Confidence < 8, opinion.Rationale);
    }

    [Fact]
    public async Task Answered_type_is_used_and_the_confidence_rises()
    {
        var asked = (await Coloured().Ask("database")).Questions[0];
        var opinion = await (Coloured() with { Answers = [new AnsweredQuestion(asked, "varchar(20)", "Ada")] }).Ask("database");

        Assert.Contains("ADD COLUMN colour varchar(20)", opinion.Design<SchemaDesign>()!.Migrations[0].Up, StringComparison.Ordinal);
        Assert.True(opinion.Confidence >= 8, opinion.Rationale);
    }

    [Fact]
    public async Task Answer_that_is_no_type_never_reaches_the_script()
    {
        var asked = (await Coloured().Ask("database")).Questions[0];
        var opinion = await (Coloured() with { Answers = [new AnsweredQuestion(asked, "text; DROP TABLE visits", "Eve")] }).Ask("database");

        Assert.DoesNotContain("DROP TABLE visits", opinion.Design<SchemaDesign>()!.Migrations[0].Up, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_and_defaults_never_reach_the_script()
    {
        var code = Fixtures.Clinic()
            .New("notes; DROP TABLE visits", MentionKind.Table, "x text")
            .New("remarks", MentionKind.Table, "visit_id bigint!", "body text);--");
        var opinion = await PanelRound.About(code, "Tables.", "The table `remarks` holds remarks.").Ask("database");

        var script = Assert.Single(opinion.Design<SchemaDesign>()!.Migrations);
        Assert.DoesNotContain(";--", script.Up, StringComparison.Ordinal);
        Assert.DoesNotContain("DROP TABLE visits", script.Up, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mandatory_column_on_a_table_in_use_is_added_empty_and_tightened_later()
    {
        var code = Fixtures.Clinic().New("visits.room", MentionKind.Column).Found("visits", MentionKind.Table);
        var opinion = await PanelRound.About(code, "Add the column `room text not null` to `visits`.", "Each visit has a `room`.").Ask("database");

        Assert.Contains("ADD COLUMN room text;", opinion.Design<SchemaDesign>()!.Migrations[0].Up, StringComparison.Ordinal);
        Assert.Contains("ALTER COLUMN room SET NOT NULL;", opinion.Design<SchemaDesign>()!.Migrations[1].Up, StringComparison.Ordinal);
        Assert.Equal("db/migrations/008_validate_room_of_visits.up.sql", opinion.Design<SchemaDesign>()!.Migrations[1].UpPath);
        Assert.Contains(opinion.Tasks[0].Id, opinion.Tasks[1].DependsOn);
    }

    [Fact]
    public async Task Listed_values_and_stated_bounds_become_checks()
    {
        var code = Fixtures.Clinic().New("bookings", MentionKind.Table, "visit_id bigint!", "status text!", "seats integer!", "closed_at timestamptz");
        var opinion = await PanelRound.About(code,
            "| `status` | text | `asked` or `granted` |\n| `seats` | integer | greater than 0 |\n| `closed_at` | timestamptz | set exactly when `status` is "
                + "`granted` |",
            "The table `bookings` holds bookings.").Ask("database");

        var up = opinion.Design<SchemaDesign>()!.Migrations[0].Up;
        Assert.Contains("CHECK (status IN ('asked', 'granted'))", up, StringComparison.Ordinal);
        Assert.Contains("CHECK (seats > 0)", up, StringComparison.Ordinal);
        Assert.Contains("CHECK ((status = 'granted') = (closed_at IS NOT NULL))", up, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Widened_check_is_exchanged_first_and_validated_in_a_step_of_its_own()
    {
        var code = Fixtures.Clinic().Found("visits", MentionKind.Table);
        var opinion = await PanelRound
            .About(code, "The constraint `ck_visits_state` of `visits` must also allow `void`.", "A column check of `visits` lets `void` pass.")
            .Ask("database");

        Assert.Contains("CHECK (state IN ('open', 'done', 'void')) NOT VALID;", opinion.Design<SchemaDesign>()!.Migrations[0].Up, StringComparison.Ordinal);
        Assert.Equal("ALTER TABLE visits VALIDATE CONSTRAINT ck_visits_state;\n", opinion.Design<SchemaDesign>()!.Migrations[1].Up);
    }

    [Fact]
    public async Task Without_migrations_their_place_is_asked()
    {
        var opinion = await Fixtures.Referral(Fixtures.Clinic().Conventions(c => c with { NextMigration = [] })).Ask("database");

        Assert.Contains(opinion.Questions, q => q.Text.StartsWith("Where do migrations", StringComparison.Ordinal));
        Assert.True(opinion.Confidence < 8, opinion.Rationale);
    }

    [Fact]
    public async Task Nothing_about_data_gives_nothing_to_do()
    {
        var opinion = await PanelRound.About(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "x", "`VisitService` logs less.").Ask("database");

        Assert.Equal((false, 10), (opinion.Applies, opinion.Confidence));
        Assert.StartsWith("nothing to do: ", opinion.Rationale, StringComparison.Ordinal);
    }

    private static PanelRound Coloured() => PanelRound.About(
        Fixtures.Clinic().New("visits.colour", MentionKind.Column).Found("visits", MentionKind.Table), "Visits get a colour.",
        "The column `colour` of `visits` is shown.");

    [Fact]
    public async Task Column_of_a_model_in_code_gets_a_migration_class_with_its_entity_and_snapshot()
    {
        const string Folder = "Library.Web/Data/Migrations";
        var code = Fixtures.Library()
            .Entity("Books", "Book", "Library.Web/Models/Book.cs", "Id bigint!", "Title text!")
            .File($"{Folder}/LibraryContextModelSnapshot.cs")
            .Conventions(c => c with { MigrationTool = "EF Core", NextMigration = [$"{Folder}/20250101000001_{{name}}.cs"] })
            .Found("Books", MentionKind.Table).New("Books.Archived", MentionKind.Column, "Archived boolean!");
        var round = PanelRound.About(code, "Add a column `Archived` (boolean not null default false) to `Books`.", "`Books` has a column `Archived`.");
        var opinion = await round.Ask("database");

        Assert.Equal("ALTER TABLE \"Books\"\n  ADD COLUMN \"Archived\" boolean;\n", opinion.Design<SchemaDesign>()!.Migrations[0].Up);
        Assert.Equal(
            [$"{Folder}/20250101000001_AddArchivedToBooks.cs", "Library.Web/Models/Book.cs", $"{Folder}/LibraryContextModelSnapshot.cs"],
            opinion.Tasks[0].Files.Select(f => f.Path));
        Assert.Contains("dotnet ef migrations add", opinion.Tasks[0].Detail, StringComparison.Ordinal);
        Assert.Empty(OpinionRules.Broken(round, await round.Ask()));
    }
}
