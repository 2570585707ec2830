using System.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Models.Packing;

/// <summary>
/// What was found in the repository, one line for each thing, for a model to read. The same for every specialist of a run, byte for
/// byte, so that a service can serve it from its cache.
/// </summary>
internal static class GroundingText
{
    private const int MostTypes = 60;
    private const int MostMembers = 12;
    private const int MostEndpoints = 60;
    private const int MostTables = 30;
    private const int MostTests = 60;
    private const int MostRegistrations = 40;
    private const int MostCommits = 15;

    public static string Of(TicketGrounding grounding)
    {
        var text = new StringBuilder();
        if (grounding.Reading is { } reading)
        {
            text.Append("# What the ticket wants, as it was read before you\n");
            Section(text, "When the work is done", [reading.EndState]);
            Section(text, "What must hold", reading.Constraints);
            Section(text, "Work that the ticket lists itself", reading.Work);
            Section(text, "What it removes, renames or replaces", reading.Removals);
            Section(text, "What cannot both hold", reading.Contradictions);
            Section(text, "What it leaves open", reading.Open.Select(o => $"{o.Question} For now: {o.Recommended}"));
            Section(text, "Files that will likely be added", reading.NewFiles.Select(f => $"{f.Path} — {f.Why}"));
        }

        text.Append("\n# What a program found in the repository\n");
        Section(text, "Files that the ticket may touch, likeliest first", Files(grounding));
        Section(text, "Types", grounding.Types.Take(MostTypes).Select(Type));
        Section(text, "Endpoints", grounding.Endpoints
            .Take(MostEndpoints)
            .Select(e => $"{e.Method} {e.Route} — `{e.Handler}` at {e.File}:{e.Line}{(e.Access is { } access ? $", {access}" : "")}"));
        Section(text, "Tables", grounding.Tables.Take(MostTables).Select(Table));
        Section(text, "Jobs", grounding.Jobs.Select(j => $"{j.Name} at {j.File}:{j.Line}, tables {string.Join(", ", j.Tables)}"));
        Section(
            text,
            "Registrations",
            grounding.Registrations.Take(MostRegistrations).Select(r => $"{r.Service} → {r.Implementation} ({r.Lifetime}) at {r.File}:{r.Line}"));
        Section(text, "Tests", grounding.Tests.Take(MostTests).Select(t => $"{t.Class}.{t.Method} at {t.File}:{t.Line}"));
        Section(text, "Projects", grounding.Projects.Select(p => $"{p.Path}{(p.IsTest ? " (tests)" : "")} uses {string.Join(", ", p.References)}"));
        Section(text, "How things are done here", Conventions(grounding.Conventions));
        Section(text, "Commits about the like", grounding.History.Earlier
            .Take(MostCommits)
            .Select(c => $"{c.Sha[..Math.Min(8, c.Sha.Length)]} {c.Date}: {c.Subject} ({string.Join(", ", c.Files.Take(6))})"));
        Section(text, "Files that change together", grounding.History.Bonds.Select(b => $"{b.Path} with {b.With}, {b.Times} of {b.Of} times"));
        Section(text, "Principles of the team", grounding.Documents.Principles.Select(p => $"{p.Path}:{p.Line} {(p.IsMust ? "MUST" : "SHOULD")}: {p.Text}"));
        Section(
            text,
            "Earlier decisions",
            grounding.Documents.Decisions.Select(d => $"{d.Decision.Name} ({d.Decision.Status}): {d.Decision.Title} — {d.Decision.Decision}"));
        Section(text, "Documents to read", grounding.Documents.Sections.Select(s => $"{s.Place}: {s.Why}"));
        Section(text, "What the ticket names", grounding.Mentions.Select(Mention));
        Section(text, "What could not be read", grounding.Limitations);
        return text.ToString();
    }

    private static IEnumerable<string> Files(TicketGrounding grounding) => grounding.Files.Select(f => $"{f.Path} — {f.Why}");

    private static string Type(TypeFact type)
    {
        var members = type.Members.Take(MostMembers).Select(m => m.Signature);
        var bases = type.Bases.Count > 0 ? $" : {string.Join(", ", type.Bases)}" : "";
        return $"{type.Kind} {type.Name}{bases} at {type.File}:{type.Line}: {string.Join("; ", members)}{(type.Members.Count > MostMembers ? "; …" : "")}";
    }

    /// <summary>All of a table in one line.</summary>
    public static string Table(TableFact table)
    {
        var columns = table.Columns.Select(c => $"{c.Name} {c.Type}{(c.Nullable ? "" : " not null")}{(c.Default is { } d ? $" default {d}" : "")}");
        var keys = table.ForeignKeys.Select(f => $"{string.Join(", ", f.Columns)} → {f.Table}");
        var indexes = table.Indexes.Select(i => $"{(i.Unique ? "unique " : "")}{i.Name}({string.Join(", ", i.Columns)})");
        var place = table.File is { } file ? $" at {file}:{table.Line}" : "";
        return $"{(table.IsView ? "view" : "table")} {table.FullName}{place}: {string.Join(", ", columns)}; key ({string.Join(", ", table.PrimaryKey)}); "
            + $"references {string.Join("; ", keys)}; indexes {string.Join("; ", indexes)}; checks {string.Join("; ", table.Checks)}";
    }

    private static IEnumerable<string> Conventions(Conventions found)
    {
        if (found.TestFramework is { } tests)
        {
            yield return $"tests with {tests}";
        }

        if (found.MigrationTool is { } tool)
        {
            yield return $"migrations with {tool}, next: {string.Join(" and ", found.NextMigration)}";
        }

        foreach (var command in found.VerificationCommands)
        {
            yield return $"verified by `{command}`";
        }

        foreach (var contract in found.Contracts)
        {
            yield return $"OpenAPI document {contract.Path}";
        }
    }

    private static string Mention(Mention mention) => mention switch
    {
        { IsNew: true } => $"{mention.Text}: to be made",
        { Found.Count: > 0 } => $"{mention.Text}: {string.Join(", ", mention.Found.Take(4))}",
        _ => $"{mention.Text}: not found",
    };

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.Select(Fence.Line).ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n<<<\n");
        foreach (var line in all)
        {
            text.Append(line).Append('\n');
        }

        text.Append(">>>\n");
    }
}
