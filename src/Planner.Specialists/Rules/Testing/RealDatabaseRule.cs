using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Whether planned tests that need a database can reach one today.</summary>
internal sealed class RealDatabaseRule : IRule
{
    private static readonly string[] Packages = Lexicon.Words("testing", "packages");

    public static bool KnowsDatabase(ProjectFact project) =>
        project.IsTest && project.Packages.Any(p => Packages.Any(k => p.StartsWith(k, StringComparison.OrdinalIgnoreCase)));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var tests = brief.Grounding.Projects.Where(p => p.IsTest).ToList();
        var needing = draft.Tests.Where(t => t.Kind == TestKind.Integration).ToList();
        if (tests.Count == 0 || tests.Exists(KnowsDatabase) || !(brief.Earlier.HasMigrations || (needing.Count > 0 && brief.Needs.KnownTables.Count > 0)))
        {
            return;
        }

        var compose = brief.Grounding.Inventory.Paths.FirstOrDefault(p =>
            PathParts.Name(p) is "docker-compose.yml" or "docker-compose.yaml" or "compose.yml" or "compose.yaml");
        var from = compose is null
            ? "One that each run of the tests starts in a container and throws away."
            : $"That of `{compose}`, with a schema of its own for each run of the tests, made by the migrations.";
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Tooling, "integration tests", "database"),
            "Which database do the integration tests run on?",
            Ownership.Role(draft.Specialist),
            blocking: false,
            from,
            draft.Specialist);
        draft.Reservations.Add($"none of {Words.List(tests.Select(t => $"`{t.Name}`"))} references a database driver or container, so migrations and locks "
            + $"are tested nowhere today");
        if (compose is not null)
        {
            draft.Cite(compose);
        }

        draft.Summary.Add("asks for a database that tests may use");
    }
}
