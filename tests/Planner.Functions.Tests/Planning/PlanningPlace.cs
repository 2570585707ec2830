using Planner.Core.Planning;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Codebase;
using Planner.Integrations.Tickets;

namespace Planner.Functions.Tests.Planning;

/// <summary>A folder with a sample ticket, the sample shop beside it, and everything that a run of the real story needs.</summary>
internal sealed class PlanningPlace : IDisposable
{
    public const string Ticket = "SHOP-101";
    private const string TicketFile = "SHOP-101-return-items-of-a-delivered-order.json";
    private static readonly DateTimeOffset SourceDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("planner-durable-").FullName;

    public PlanningPlace()
    {
        Directory.CreateDirectory(Tickets);
        File.Copy(Path.Combine(Samples, "tickets", TicketFile), Path.Combine(Tickets, TicketFile));
    }

    public static string Shop => Path.Combine(Samples, "shop");

    public string Tickets => Path.Combine(folder, "tickets");

    public string Output => Path.Combine(folder, "out");

    public FileArtifactStore Store => new(Output);

    private static string Samples => Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "samples");

    /// <summary>The story and all its steps.</summary>
    public WorkflowCatalog Catalog(IInbox inbox, IJournal journal) => new WorkflowCatalog().AddPlanning(new PlanningPorts
    {
        Tracker = new FolderTicketTracker(new FolderTicketOptions(Tickets)),
        Codebase = new CodebaseReader(_ => Shop, new CodebaseOptions()),
        Panel = SpecialistPanel.BuiltIn(),
        Specialist = new RulesSpecialist(),
        Store = Store,
        Inbox = inbox,
        Journal = journal,
        SourceDate = SourceDate,
    });

    /// <summary>A request whose decisions wait so long.</summary>
    public static PlanRequest Request(TimeSpan timeout) =>
        new() { Ticket = Ticket, Codebase = "shop", Policy = new PlanningPolicy { Decisions = new() { Timeout = timeout } } };

    /// <summary>All files of a version by path.</summary>
    public async Task<SortedDictionary<string, string?>> Files(int version)
    {
        var files = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var path in await Store.List(Ticket, version, CancellationToken.None))
            files.Add(path, await Store.Read(Ticket, version, path, CancellationToken.None));
        return files;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Root(DirectoryInfo? place) => place is null
        ? throw new DirectoryNotFoundException($"No Planner.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(place.FullName, "Planner.sln")) ? place.FullName : Root(place.Parent);
}
