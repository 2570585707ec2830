using System.Text.Json.Nodes;

namespace Planner.Integrations.Jira.Rest;

/// <summary>One call of Jira's interface.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the root, without a leading slash; everything in it is encoded already.</param>
/// <param name="What">In words, for messages: "reading SHOP-101".</param>
internal sealed record JiraCall(HttpMethod Method, string Path, string What)
{
    /// <summary>What the path names; a 404 is told by it.</summary>
    public JiraSubject Subject { get; init; }

    /// <summary>Sent as JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The issue that is written to, for Jira's limit of writes for each issue.</summary>
    public string? WritesTo { get; init; }

    /// <summary>True for a POST that may be sent twice without harm, like a search.</summary>
    public bool IsHarmlessTwice { get; init; }

    /// <summary>True where trying again blindly does no harm.</summary>
    public bool IsRepeatable => IsHarmlessTwice || Method == HttpMethod.Get || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    /// <summary>A piece of a path or query that holds nothing but itself.</summary>
    /// <exception cref="ArgumentException">It is empty or nothing but dots, which would lead elsewhere.</exception>
    public static string Part(string text) => text.Trim('.').Length > 0
        ? Uri.EscapeDataString(text)
        : throw new ArgumentException("A part of an address must not be empty or dots alone.", nameof(text));
}
