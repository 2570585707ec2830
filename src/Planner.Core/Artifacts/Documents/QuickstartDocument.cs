using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Paths;

namespace Planner.Core.Artifacts.Documents;

/// <summary>From a fresh copy of the repository to the first gate, with commands and tools that were found in it and no others.</summary>
internal sealed class QuickstartDocument : IArtifactRenderer
{
    private static readonly string[] Compose = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    private const int MostServices = 12;

    public string Path => "quickstart.md";

    public string? NotApplicable(Plan plan) =>
        RightSize.TooSmall(plan)
        ?? (plan.Grounding.Conventions.VerificationCommands.Count > 0
            ? null
            : "No command that builds or tests this repository was found in it, and none is made up.");

    public string Render(Plan plan)
    {
        var conventions = plan.Grounding.Conventions;
        var page = new MarkdownPage()
            .Heading(1, $"Quickstart: {plan.Ticket.Key}")
            .Heading(2, $"Before the first change")
            .Code("sh", string.Join('\n', Commands(plan).Select(MarkdownEscape.OneLine)))
            .Say($"All of it must succeed before anything is changed; what fails here is not the plan's doing.");
        var beside = conventions.Containers.Where(c => c.Name.Length > 0 && c.Path == Started(plan)).Take(MostServices).ToList();
        if (beside.Count > 0)
        {
            page.Say($"{Md.Code(beside[0].Path)} starts {Md.Codes(beside.Select(c => c.Image.Length > 0 ? $"{c.Name} ({c.Image})" : c.Name))}.");
        }

        if (conventions.MigrationFolder is not null)
        {
            page.Heading(2, $"Scripts").Bullets(Scripts(plan));
        }

        var first = plan.Waves.FirstOrDefault(w => plan.Tasks.Any(t => t.Wave == w.Number && !t.Contingent));
        if (first is not null)
        {
            page
                .Heading(2, $"First wave")
                .Table(["Task", "Opens", "Done when"], plan.Tasks.Where(t => t.Wave == first.Number && !t.Contingent).Select(t => new[]
            {
                Md.Of($"{t.Id} {t.Title}"), Md.Codes(t.Files.Select(f => f.Path)),
                t.Verification.Count > 0 ? Md.Codes(t.Verification) : Md.Of($"looked at by hand, see {t.Id} in {Md.Code("tasks.md")}"),
            }));
        }

        return Places(page, plan).ToString();
    }

    private static string? Started(Plan plan) => plan.Grounding.Inventory.Paths.FirstOrDefault(p => Compose.Contains(p, StringComparer.Ordinal));

    private static IEnumerable<string> Commands(Plan plan)
    {
        if (plan.Grounding.Commit is { } commit)
        {
            yield return $"git switch -c {BranchName.Of(plan.Ticket)} {commit}";
        }

        if (Started(plan) is { } compose)
        {
            yield return $"docker compose -f {compose} up -d";
        }

        foreach (var command in plan.Grounding.Conventions.VerificationCommands)
        {
            yield return command;
        }
    }

    private static IEnumerable<Md> Scripts(Plan plan)
    {
        var conventions = plan.Grounding.Conventions;
        yield return Md.Of($"They lie in {Md.Code(conventions.MigrationFolder!)}{(conventions.MigrationTool is { } tool ? Md.Of($" ({tool})") : Md.Empty)}.");
        var own = plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations).Select(m => m.UpPath).ToList();
        if (own.Count > 0)
        {
            yield return Md.Of($"This plan adds, in this order: {Md.Codes(own)}. Another branch may take a number first; then all of them move up together.");
        }
    }

    private static MarkdownPage Places(MarkdownPage page, Plan plan)
    {
        var changed = plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path).Distinct(StringComparer.Ordinal).ToList();
        var projects = plan.Grounding.Projects
            .Select(p => (Project: p, Files: changed.Count(c => c.StartsWith(PathParts.FolderPrefix(p.Path), StringComparison.Ordinal))))
            .Where(p => p.Files > 0)
            .ToList();
        return projects.Count == 0 ? page : page.Heading(2, $"Where the work is").Table(
            ["Project", "Files that change", "Kind"],
            projects.Select(p => new[] { Md.Code(p.Project.Path), Md.Of($"{p.Files}"), p.Project.IsTest ? Md.Of($"tests") : Md.Of($"product") }));
    }
}
