using Planner.EndToEnd.Tests.Repository;

namespace Planner.EndToEnd.Tests.Cli;

/// <summary>A folder of one test's own with a small ticket and a small code base in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "code"));
        Write("code/Prices.cs", "namespace Shop;\n\npublic sealed class PriceList\n{\n    public decimal Round(decimal price) => price;\n}\n");
        Write(
            "ticket.md",
            "---\nkey: SHOP-9\n---\n# Prices are not rounded\n\n`PriceList.Round` returns 1.005 for 1.005.\n\n## Acceptance criteria\n\n- Given the price "
                + "1.005, when `PriceList.Round` is called, then it returns 1.01.\n");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("planner-cli-").FullName;

    public string Out => Path.Combine(Root, "out");

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public void Write(string path, byte[] bytes) => File.WriteAllBytes(Path.Combine(Root, path), bytes);

    /// <summary>The command as a process that starts in this folder.</summary>
    public Task<PlannerProcess.Finished> Plan(params string[] arguments) => PlannerProcess.Run(Root, ["plan", .. arguments]);

    /// <summary>Plans the small ticket in the process of the tests.</summary>
    public Task<PlannerProcess.Finished> PlanTicket(params string[] more) => PlanFile("ticket.md", more);

    /// <summary>Plans a ticket of this folder in the process of the tests.</summary>
    public Task<PlannerProcess.Finished> PlanFile(string ticket, params string[] more) =>
        InProcessPlanner.Run(["plan", Path.Combine(Root, ticket), "--codebase", Path.Combine(Root, "code"), "--out", Out, .. more]);

    /// <summary>Plans in the process of the tests, by settings.</summary>
    public Task<PlannerProcess.Finished> PlanBy(IEnumerable<(string Name, string Value)> settings, params string[] arguments) => InProcessPlanner.Run(
        settings.Select(s => KeyValuePair.Create(s.Name, s.Value)), ["plan", arguments[0], "--codebase", Path.Combine(Root, "code"), .. arguments[1..]]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
