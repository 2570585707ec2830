using System.Security.Cryptography;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>A folder's published files by path with their hashes, for comparing to the byte.</summary>
internal static class Tree
{
    public static SortedDictionary<string, string> Published(string root)
    {
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f))
            .Where(f => !f.Split('/').Any(part => part.StartsWith('.')));
        return new SortedDictionary<string, string>(
            files.ToDictionary(f => f, f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, f)))), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
