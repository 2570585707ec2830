using System.Text.Json;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;

namespace Planner.Benchmarks.Grounding;

/// <summary>A ticket with the code base before it and what the team changed for it, in a folder as <c>prepare.py</c> writes it.</summary>
internal sealed class KnownTicket
{
    private const int HistoryFields = 4;

    private readonly string folder;

    private KnownTicket(string folder)
    {
        this.folder = folder;
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "gold.json")));
        Date = gold.RootElement.GetProperty("date").GetString()!;
        var changed = gold.RootElement.GetProperty("files").EnumerateArray()
            .Where(f => f.GetProperty("status").GetString() is "modified" or "renamed" && f.GetProperty("in_codebase").GetBoolean())
            .Select(f => (Path: f.GetProperty("path").GetString()!, Class: f.GetProperty("class").GetString()))
            .ToList();
        Production = [.. changed.Where(f => f.Class is "source" or "sql").Select(f => f.Path)];
        Others = [.. changed.Where(f => f.Class is "test" or "config").Select(f => f.Path)];
    }

    public string Key => Path.GetFileName(folder);

    public string Date { get; }

    public string Codebase => Path.Combine(folder, "codebase");

    /// <summary>Files of production code that were there before and that the team changed.</summary>
    public HashSet<string> Production { get; }

    /// <summary>Tests and settings that it changed.</summary>
    public HashSet<string> Others { get; }

    /// <summary>Those that changed production code, by date.</summary>
    public static IEnumerable<KnownTicket> AllOf(string data) => Directory.GetDirectories(data)
        .Where(d => File.Exists(Path.Combine(d, "gold.json")))
        .Select(d => new KnownTicket(d))
        .Where(t => t.Production.Count > 0)
        .OrderBy(t => t.Date, StringComparer.Ordinal)
        .ThenBy(t => t.Key, StringComparer.Ordinal);

    /// <summary>Its text, with the key that the file leaves to its folder.</summary>
    public Ticket Read()
    {
        const string Fence = "---\n";
        var text = File.ReadAllText(Path.Combine(folder, "ticket.md"));
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"{Fence}key: {Key}\n{(text.StartsWith(Fence, StringComparison.Ordinal) ? text[Fence.Length..] : Fence + text)}");
            return TicketFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The commits before it: hash, day, subject and files.</summary>
    public HistoryFacts History() => new([.. File.ReadLines(Path.Combine(folder, "history.tsv"))
        .Select(l => l.Split('\t'))
        .Where(f => f.Length >= HistoryFields)
        .Select(f => new CommitFact(f[0], f[1], "", string.Join(' ', f[2..^1]), f[^1].Split('|')))]);
}
