using System.Globalization;
using System.Text.Json;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Records from Jira's JSON.</summary>
internal static class JiraShapes
{
    /// <summary>Null where there is nobody; an anonymised user keeps a display name alone.</summary>
    public static JiraUser? User(JsonElement? said) => said is { ValueKind: JsonValueKind.Object } user
        ? new(First(user.Text("accountId"), user.Text("key"), user.Text("name")), user.Text("name"), user.Text("displayName"))
        : null;

    public static JiraComment Comment(JsonElement said) => new(
        Id(said),
        User(said.Object("author")),
        said.Member("body") ?? default,
        said.Text("created"),
        said.Text("updated"));

    public static JiraTransition Transition(JsonElement said) => new(
        Id(said),
        said.Text("name"),
        said.Object("to")?.Text("name") ?? "",
        said.Object("to") is { } to ? Id(to) : "");

    public static JiraAttachment Attachment(JsonElement said) => new(
        Id(said),
        said.Text("filename"),
        said.Text("mimeType"),
        said.Member("size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : 0,
        said.Text("content"));

    /// <summary>Ids are strings, and numbers in a few places.</summary>
    public static string Id(JsonElement said) => said.Member("id") switch
    {
        { ValueKind: JsonValueKind.String } id => id.GetString()!,
        { ValueKind: JsonValueKind.Number } id => id.GetRawText(),
        _ => "",
    };

    public static int Number(JsonElement said, string name, int otherwise) =>
        said.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : otherwise;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string First(params string[] texts) => texts.FirstOrDefault(t => t.Length > 0) ?? "";
}
