using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>A folder outside the repository with a copy of the sample shop, which all plans of a series read.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "samples");
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"planner-survival-{Guid.NewGuid():n}");
    private int plans;

    public Scratch() => Copy(Path.Combine(Samples, "shop"), Shop);

    /// <summary>The code base to plan against.</summary>
    public string Shop => Path.Combine(folder, "shop");

    /// <summary>A sample ticket in a folder of its own, to be planned into an empty output folder.</summary>
    public SamplePlan NewPlan(string key = "SHOP-101")
    {
        var ticket = Directory.EnumerateFiles(Path.Combine(Samples, "tickets"), key + "-*.json").Single();
        var own = Directory.CreateDirectory(Path.Combine(folder, $"plan-{++plans}")).FullName;
        var tickets = Directory.CreateDirectory(Path.Combine(own, "tickets")).FullName;
        var copy = Path.Combine(tickets, Path.GetFileName(ticket));
        File.Copy(ticket, copy);
        return new SamplePlan(key, copy, Shop, Path.Combine(own, "out"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var inner in Directory.EnumerateDirectories(from).Where(d => Path.GetFileName(d) is not ("bin" or "obj")))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }
}
