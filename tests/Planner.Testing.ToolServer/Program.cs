using ModelContextProtocol.Server;
using Planner.Testing.ToolServer;

// The same tools over standard input and output, as a program of its own. It ends when its input does.
await using var server = McpServer.Create(new StdioServerTransport("tools"), new SomeTools().Options());
await server.RunAsync();
