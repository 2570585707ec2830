using System.Collections.Concurrent;
using System.Text;
using Planner.Core.Tickets;
using Planner.Integrations.Artifacts;

namespace Planner.Integrations.Tickets;

/// <summary>Where tickets are read and comments are written.</summary>
/// <param name="Folder">Holds tickets as <c>*.json</c> and <c>*.md</c>.</param>
/// <param name="File">The file that was named for the ticket to plan, or null; it wins over others with its key.</param>
/// <param name="FallbackFolder">Where comments go when they cannot be written beside the tickets, or null.</param>
public sealed record FolderTicketOptions(string Folder, string? File = null, string? FallbackFolder = null);

/// <summary>
/// Tickets from a folder. The comment of a ticket is the file <c>{KEY}.comment.md</c> beside it, replaced as a whole:
/// a reader sees the old text or the new one.
/// </summary>
public sealed class FolderTicketTracker(FolderTicketOptions options) : ITicketTracker
{
    private const string CommentEnding = ".comment.md";
    private const int MaxFiles = 5_000;
    private readonly DurableFiles files = new();
    private readonly ConcurrentDictionary<string, ((long, DateTime) Stamp, Looked? Ticket)> looked = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<Ticket> Read(string key, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(key))
        {
            throw new TicketUnreadableException(TicketKeys.Bad(key));
        }

        return Task.FromResult(Find(key, cancellation).Ticket);
    }

    /// <inheritdoc />
    public Task<ChildTickets> Children(string key, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(key))
        {
            throw new TicketUnreadableException(TicketKeys.Bad(key));
        }

        var paths = Paths().Take(MaxFiles + 1).ToList();
        var found = new List<TicketLink>();
        foreach (var path in paths.Take(MaxFiles))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Look(path) is { } known && known.Parent == key && known.Key != key)
            {
                found.Add(known.Link);
            }
        }

        var children = found.DistinctBy(l => l.Key, StringComparer.Ordinal).OrderBy(l => l.Key, TicketKeyOrder.Numbers);
        return Task.FromResult(new ChildTickets([.. children], IsComplete: paths.Count <= MaxFiles));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TicketRemark>> Remarks(string key, CancellationToken cancellation) =>
        Task.FromResult(TicketKey.IsValid(key) ? TicketFile.Remarks(Find(key, cancellation).Path) : throw new TicketUnreadableException(TicketKeys.Bad(key)));

    /// <inheritdoc />
    /// <returns>The file's path; where the fallback had to be taken, followed by the reason in brackets.</returns>
    /// <exception cref="TicketCommentException">It can be written nowhere.</exception>
    public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(key))
        {
            throw new TicketUnreadableException(TicketKeys.Bad(key));
        }

        var bytes = Encoding.UTF8.GetBytes(markdown);
        var beside = CommentFolder(key, cancellation);
        if (TryWrite(beside, key, marker, bytes))
        {
            return Task.FromResult(PathOf(beside, key));
        }

        if (options.FallbackFolder is { } fallback && TryWrite(Path.GetFullPath(fallback), key, marker, bytes))
        {
            return Task.FromResult($"{PathOf(Path.GetFullPath(fallback), key)} (because '{beside}' cannot be written)");
        }

        throw new TicketCommentException(
            $"The comment of {key} cannot be written to '{beside}': give this user write permission there and run the same command again.");
    }

    /// <inheritdoc />
    /// <remarks>One file serves all runs: it is left alone where another run has written it, which its text tells.</remarks>
    public Task Amend(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(key))
        {
            throw new TicketUnreadableException(TicketKeys.Bad(key));
        }

        var folder = new[] { CommentFolder(key, cancellation), options.FallbackFolder }
            .OfType<string>()
            .Select(Path.GetFullPath)
            .FirstOrDefault(f => IsOf(marker, PathOf(f, key)));
        return folder is null || TryWrite(folder, key, marker, Encoding.UTF8.GetBytes(markdown))
            ? Task.CompletedTask
            : throw new TicketCommentException($"The comment of {key} cannot be written to '{folder}': give this user write permission there.");
    }

    /// <summary>Comments name their run at the end of a piece of code or within it.</summary>
    private static bool IsOf(string marker, string path) =>
        File.Exists(path) && File.ReadAllText(path) is var text
        && (text.Contains($"{marker}`", StringComparison.Ordinal) || text.Contains($"{marker} ", StringComparison.Ordinal));

    private (Ticket Ticket, string Path) Find(string key, CancellationToken cancellation)
    {
        if (options.File is { } named && TicketFile.Read(named) is var ticket && ticket.Key == key)
        {
            return (ticket, Path.GetFullPath(named));
        }

        foreach (var path in Candidates(key))
        {
            cancellation.ThrowIfCancellationRequested();
            if (MayHold(path, key) && TryRead(path, key) is { } found && found.Key == key)
            {
                return (found, path);
            }
        }

        throw new TicketNotFoundException($"No ticket {key} in '{TicketText.Line(options.Folder)}': save the issue there as {key}.json or {key}.md.");
    }

    /// <summary>Files that bear the key in their name come first, then the rest, by name.</summary>
    private IEnumerable<string> Candidates(string key) => Paths()
        .Take(MaxFiles)
        .OrderBy(f => !IsNamed(f, key))
        .ThenBy(f => f, StringComparer.Ordinal);

    private IEnumerable<string> Paths() => !Directory.Exists(options.Folder)
        ? []
        : Directory.EnumerateFiles(
            Path.GetFullPath(options.Folder),
            "*",
            new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
            .Where(IsTicket);

    /// <summary>False where a look at the same file has told that it holds another ticket, or none.</summary>
    private bool MayHold(string path, string key) => IsNamed(path, key) || Look(path)?.Key == key;

    /// <summary>What a file holds, in short: looking for fifty stories must not read every file fifty times.</summary>
    private Looked? Look(string path)
    {
        var file = new FileInfo(path);
        var stamp = (file.Exists ? file.Length : -1, file.LastWriteTimeUtc);
        if (looked.TryGetValue(path, out var known) && known.Stamp == stamp)
        {
            return known.Ticket;
        }

        var ticket = TryRead(path, key: null) is { } t
            ? new Looked(t.Key, t.Parent?.Key, new TicketLink(t.Key, "child", t.Summary, t.Status) { IsDone = t.IsDone })
            : null;
        looked[path] = (stamp, ticket);
        return ticket;
    }

    /// <summary>A file that cannot be read matters only when it bears the name of the ticket that is asked for.</summary>
    private static Ticket? TryRead(string path, string? key)
    {
        try
        {
            return TicketFile.Read(path);
        }
        catch (TicketUnreadableException) when (!IsNamed(path, key))
        {
            return null;
        }
    }

    private static bool IsTicket(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".json" or ".md" && !path.EndsWith(CommentEnding, StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(string path, string? key) => Path.GetFileNameWithoutExtension(path) == key;

    private string CommentFolder(string key, CancellationToken cancellation)
    {
        try
        {
            return Path.GetDirectoryName(Find(key, cancellation).Path)!;
        }
        catch (Exception fault) when (fault is TicketNotFoundException or TicketUnreadableException)
        {
            // The file went away after it was planned; its comment still belongs to the folder.
            return Path.GetFullPath(options.Folder);
        }
    }

    private bool TryWrite(string folder, string key, string marker, byte[] bytes)
    {
        var path = PathOf(folder, key);
        try
        {
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                files.Write(path, bytes, Path.Combine(folder, $".{key}.{Safe(marker)}{CommentEnding}"));
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, key + CommentEnding);

    /// <summary>The temporary file bears the run's id, so that a resumed run replaces what a killed one left.</summary>
    private static string Safe(string marker) =>
        new([.. marker.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_').Take(100)]);

    private sealed record Looked(string Key, string? Parent, TicketLink Link);
}
