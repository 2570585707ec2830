using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Tickets;
using Planner.Specialists.Rules;
using Planner.Testing.Repository;

namespace Planner.Testing.Durable;

/// <summary>A folder with a sample ticket, the sample shop beside it, and everything that a run of the real story needs.</summary>
internal sealed class PlanningPlace : IDisposable
{
    public const string Ticket = "SHOP-101";
    private static readonly DateTimeOffset SourceDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("planner-durable-").FullName;

    public PlanningPlace()
        : this("SHOP-101-*")
    {
    }

    /// <param name="files">Which sample tickets it holds.</param>
    public PlanningPlace(string files)
    {
        Directory.CreateDirectory(Tickets);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Samples, "tickets"), files))
        {
            File.Copy(file, Path.Combine(Tickets, Path.GetFileName(file)));
        }
    }

    public static string Shop => Path.Combine(Samples, "shop");

    public string Tickets => Path.Combine(folder, "tickets");

    public string Output => Path.Combine(folder, "out");

    public FileArtifactStore Store => new(Output);

    private static string Samples => Path.Combine(RepositoryRoot.Path, "samples");

    /// <summary>The story and all its steps.</summary>
    public WorkflowCatalog Catalog(IInbox inbox, IJournal journal) => new WorkflowCatalog().AddPlanning(new PlanningPorts
    {
        Tracker = new FolderTicketTracker(new FolderTicketOptions(Tickets)),
        Codebase = new CodebaseReader(_ => Shop, new CodebaseOptions()),
        Panel = SpecialistPanel.BuiltIn(),
        Specialist = new RulesSpecialist(),
        Rules = new RulesSpecialist(),
        Criteria = new CriteriaAssigner(),
        Store = Store,
        Inbox = inbox,
        Journal = journal,
        SourceDate = SourceDate,
    });

    /// <summary>A request whose decisions wait so long.</summary>
    public static PlanRequest Request(TimeSpan timeout, string ticket = Ticket) =>
        new() { Ticket = ticket, Codebase = "shop", Policy = new PlanningPolicy { Decisions = new() { Timeout = timeout } } };

    /// <summary>The sample ticket once more under another key.</summary>
    public void Copy(string key)
    {
        var file = Directory.EnumerateFiles(Tickets, $"{Ticket}-*").Single();
        File.WriteAllText(Path.Combine(Tickets, $"{key}.json"), File.ReadAllText(file).Replace($"\"{Ticket}\"", $"\"{key}\"", StringComparison.Ordinal));
    }

    /// <summary>All files of a version by path.</summary>
    public async Task<SortedDictionary<string, string?>> Files(int version)
    {
        var files = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var path in await Store.List(Ticket, version, CancellationToken.None))
        {
            files.Add(path, await Store.Read(Ticket, version, path, CancellationToken.None));
        }

        return files;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
