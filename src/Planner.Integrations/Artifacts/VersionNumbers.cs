using System.Globalization;
using System.Text;

namespace Planner.Integrations.Artifacts;

/// <summary>Which run has which version; called with the ticket's lock held, except <see cref="RunOf"/>.</summary>
internal static class VersionNumbers
{
    public static int? Find(ArtifactFolder folder, string runId) =>
        Reserved(folder).Select(n => (int?)n).FirstOrDefault(n => RunOf(folder, n!.Value) == runId);

    /// <summary>Numbers after the highest one that was ever reserved or published.</summary>
    public static int Add(ArtifactFolder folder, string runId, DurableFiles files)
    {
        var version = Reserved(folder).Concat(Published(folder)).DefaultIfEmpty(0).Max() + 1;
        files.Write(PathOf(folder, version), Encoding.UTF8.GetBytes(runId), Path.Combine(folder.Self, ".reserve.tmp"));
        return version;
    }

    public static string? RunOf(ArtifactFolder folder, int version) =>
        File.Exists(PathOf(folder, version)) ? File.ReadAllText(PathOf(folder, version)) : null;

    private static string PathOf(ArtifactFolder folder, int version) => Path.Combine(folder.Reservations, $"v{version}");

    private static IEnumerable<int> Reserved(ArtifactFolder folder) => Directory.Exists(folder.Reservations)
        ? Numbers(Directory.EnumerateFiles(folder.Reservations))
        : [];

    private static IEnumerable<int> Published(ArtifactFolder folder) => Numbers(Directory.EnumerateDirectories(folder.Self, "v*"));

    private static IEnumerable<int> Numbers(IEnumerable<string> paths) =>
        from path in paths
        let name = Path.GetFileName(path)
        where name.StartsWith('v')
        let number = int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0
        where number > 0
        select number;
}
