using System.Globalization;
using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// The id of a planning run: the ticket's key and what started the run, so that the same trigger is the same run. It is written and read
/// here alone.
/// </summary>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Trigger">What started it.</param>
public sealed record RunId(string Ticket, RunTrigger Trigger)
{
    /// <summary>What the ids of all runs of a ticket begin with.</summary>
    public static string PrefixOf(string ticket) => ticket + "-";

    /// <summary>Reads an id; that of a run of a newer story, which has a number of its own at its end, means the same trigger.</summary>
    /// <returns>Null for an id that no trigger gives.</returns>
    public static RunId? Parse(string id)
    {
        var own = id.IndexOf('~', StringComparison.Ordinal) is var end and > 0 ? id[..end] : id;
        for (var dash = own.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = own.IndexOf('-', dash + 1))
        {
            if (TicketKey.IsValid(own[..dash]))
            {
                return RunTrigger.Parse(own[(dash + 1)..]) is { } trigger ? new RunId(own[..dash], trigger) : null;
            }
        }

        return null;
    }

    /// <summary>As engines know the run.</summary>
    public override string ToString() => PrefixOf(Ticket) + Trigger;
}

/// <summary>What starts a run.</summary>
public abstract partial record RunTrigger
{
    private const string Request = "api-";
    private const string Command = "cli-";

    private RunTrigger()
    {
    }

    /// <summary>A change that the tracker numbers: <c>t10044</c>.</summary>
    public sealed record Transition(string Change) : RunTrigger;

    /// <summary>A delivery or comment without a number, by its digest: <c>w0a1b2c3d</c>.</summary>
    public sealed record Delivery(string Digest) : RunTrigger;

    /// <summary>A request over HTTP, by its key: <c>api-first</c>.</summary>
    public sealed record Asked(string Key) : RunTrigger;

    /// <summary>The n-th run of a ticket from the command line: <c>cli-1</c>.</summary>
    public sealed record Ordered(int Number) : RunTrigger;

    /// <summary>An answer to what a finished run took provisionally: <c>late-TD001-0a1b2c3d</c>.</summary>
    public sealed record Late(string Id, string Digest) : RunTrigger;

    /// <summary>Somebody asks for more: <c>refine-0a1b2c3d</c>.</summary>
    public sealed record Refined(string Digest) : RunTrigger;

    /// <summary>The ticket says something else: <c>changed-0a1b2c3d</c>.</summary>
    public sealed record Changed(string Digest) : RunTrigger;

    /// <summary>As it stands in an id.</summary>
    public sealed override string ToString() => this switch
    {
        Transition transition => "t" + transition.Change,
        Delivery delivery => "w" + delivery.Digest,
        Asked asked => Request + asked.Key,
        Ordered ordered => Command + ordered.Number.ToString(CultureInfo.InvariantCulture),
        Late late => $"late-{late.Id}-{late.Digest}",
        Refined refined => "refine-" + refined.Digest,
        Changed changed => "changed-" + changed.Digest,
        _ => throw new InvalidOperationException("A trigger is one of seven."),
    };

    internal static RunTrigger? Parse(string text)
    {
        var parts = Shape().Match(text);
        return !parts.Success ? null
            : parts.Groups["key"] is { Success: true } key ? new Asked(key.Value)
            : parts.Groups["number"] is { Success: true } number ? NumberOf(number.Value)
            : parts.Groups["change"] is { Success: true } change ? new Transition(change.Value)
            : parts.Groups["delivery"] is { Success: true } delivery ? new Delivery(delivery.Value)
            : parts.Groups["late"] is { Success: true } late ? new Late(late.Value, parts.Groups["digest"].Value)
            : parts.Groups["refined"] is { Success: true } refined ? new Refined(refined.Value)
            : new Changed(parts.Groups["changed"].Value);
    }

    private static Ordered? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Ordered(number) : null;

    [GeneratedRegex(
        @"\A(?:api-(?<key>[A-Za-z0-9_-]+)|cli-(?<number>[0-9]+)|t(?<change>[^-~]+)|w(?<delivery>[^-~]+)|late-(?<late>[A-Z]+[0-9]+)-(?<digest>[^-~]+)"
            + @"|refine-(?<refined>[^-~]+)|changed-(?<changed>[^-~]+))\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
