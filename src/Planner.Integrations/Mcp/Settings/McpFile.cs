using System.Text.Json;

namespace Planner.Integrations.Mcp.Settings;

/// <summary>Reads servers from a file in the shape of the common <c>.mcp.json</c>. No value of the file stands in what it says is wrong.</summary>
internal sealed class McpFile : IDisposable
{
    private const int LargestFile = 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonDocument json;
    private readonly string folder;

    private McpFile(JsonDocument json, string folder) => (this.json, this.folder) = (json, folder);

    /// <exception cref="McpFileException">It cannot be read, or is no such file.</exception>
    public static McpFile Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                throw new McpFileException("names a file of more than 1 MB, which is no list of servers.");
            }

            var file = new McpFile(JsonDocument.Parse(File.ReadAllBytes(path), Lenient), Path.GetDirectoryName(path)!);
            return file.Servers.ValueKind == JsonValueKind.Object ? file : throw new McpFileException("names a file without an object \"mcpServers\".");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new McpFileException($"names a file that cannot be read ({fault.GetType().Name}): give the path of an .mcp.json.");
        }
        catch (JsonException fault)
        {
            throw new McpFileException($"names a file that is no JSON (line {(fault.LineNumber ?? 0) + 1}): mend it.");
        }
    }

    private JsonElement Servers => Field(json.RootElement, "mcpServers");

    /// <summary>The server of a name.</summary>
    /// <exception cref="McpFileException">It is not there or is written wrongly.</exception>
    public McpServer Server(string name, Func<string, string?> variables)
    {
        var texts = new McpVariables(variables);
        var server = Server(name, Field(Servers, name), texts);
        return texts.Missing.Count == 0
            ? server
            : throw new McpFileException($"names the server {name}, which needs the environment variables {string.Join(", ", texts.Missing)}: set them.");
    }

    private McpServer Server(string name, JsonElement written, McpVariables texts)
    {
        if (written.ValueKind != JsonValueKind.Object)
        {
            throw new McpFileException($"names a file without a server {name}, of which Mcp__AllowedTools names a tool.");
        }

        var kind = Text(written, "type", name);
        return (Text(written, "command", name), Text(written, "url", name)) switch
        {
            ({ Length: > 0 } command, null) when kind is null or "stdio" => new McpProgram(
                name, Program(texts.In(command)), [.. List(written, "args", name).Select(texts.In)], Table(written, "env", name, texts), folder),
            (null, { Length: > 0 } url) when kind is null or "http" or "streamable-http" => new McpAddress(
                name, Address(texts, url, name), Headers(Table(written, "headers", name, texts), name)),
            (null, { Length: > 0 }) when kind == "sse" =>
                throw Wrong(name, "is of the type sse, which was replaced: use its address for streamable HTTP, of the type http"),
            _ => throw Wrong(name, "needs either a \"command\" (stdio) or a \"url\" (http), and a \"type\" that fits it or none"),
        };
    }

    /// <summary>A path is taken from the file's folder: the working directory may be a code base.</summary>
    private string Program(string command) => command.AsSpan().IndexOfAny('/', '\\') >= 0 ? Path.GetFullPath(command, folder) : command;

    private static Uri Address(McpVariables texts, string url, string name)
    {
        var text = texts.In(url).Trim();
        if (texts.Missing.Count > 0)
        {
            // Told by the variable's name; the address is not used.
            return new Uri("https://localhost/");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw Wrong(name, "has a \"url\" that is no web address");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Wrong(name, "has a user name or password in its \"url\": put it into \"headers\"");
        }

        return address.Scheme == "https" || address.IsLoopback ? address : throw Wrong(name, "has a \"url\" that is not encrypted: use https");
    }

    private static IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.All(h => h.Key.Length > 0 && h.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !h.Value.Any(char.IsControl))
            ? headers
            : throw Wrong(name, "has \"headers\" that are none: names are letters, digits and -, and values have no line ends");

    private static Dictionary<string, string> Table(JsonElement server, string field, string name, McpVariables texts)
    {
        var table = Field(server, field);
        return table.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            JsonValueKind.Object when table.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String) => table.EnumerateObject()
                .ToDictionary(p => p.Name, p => texts.In(p.Value.GetString()!), StringComparer.Ordinal),
            _ => throw Wrong(name, $"has \"{field}\" that is no object of texts"),
        };
    }

    private static IEnumerable<string> List(JsonElement server, string field, string name)
    {
        var list = Field(server, field);
        return list.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            JsonValueKind.Array when list.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String) => list.EnumerateArray().Select(a => a.GetString()!),
            _ => throw Wrong(name, $"has \"{field}\" that is no list of texts"),
        };
    }

    private static string? Text(JsonElement server, string field, string name)
    {
        var text = Field(server, field);
        return text.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => text.GetString(),
            _ => throw Wrong(name, $"has a \"{field}\" that is no text"),
        };
    }

    private static JsonElement Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : default;

    private static McpFileException Wrong(string name, string what) => new($"names the server {name}, which {what}.");

    public void Dispose() => json.Dispose();
}

/// <summary>A configuration file that cannot be used.</summary>
/// <param name="fault">What is wrong with it and how to mend it, to follow the setting's name.</param>
internal sealed class McpFileException(string fault) : Exception(fault);
