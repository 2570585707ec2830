namespace Planner.Integrations.Mcp.Settings;

/// <summary>A server as the configuration file has it. Never shown as a whole: it may hold secrets.</summary>
internal abstract class McpServer(string name)
{
    /// <summary>Its name in the file.</summary>
    public string Name { get; } = name;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A program of this machine that is spoken to over its standard input and output.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="command">The program, by its path or as the search path finds it.</param>
/// <param name="arguments">As they are given to it.</param>
/// <param name="environment">Variables that it gets besides the few that every program needs; none of the host's own.</param>
/// <param name="folder">Where it starts: beside the configuration file, never in a code base.</param>
internal sealed class McpProgram(
    string name, string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string folder)
    : McpServer(name)
{
    public string Command { get; } = command;

    public IReadOnlyList<string> Arguments { get; } = arguments;

    public IReadOnlyDictionary<string, string> Environment { get; } = environment;

    public string Folder { get; } = folder;
}

/// <summary>A server that is reached over streamable HTTP.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="address">https, or http on this machine.</param>
/// <param name="headers">Sent with each request.</param>
internal sealed class McpAddress(string name, Uri address, IReadOnlyDictionary<string, string> headers) : McpServer(name)
{
    public Uri Address { get; } = address;

    public IReadOnlyDictionary<string, string> Headers { get; } = headers;
}
