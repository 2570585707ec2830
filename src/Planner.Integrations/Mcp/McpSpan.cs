using System.Diagnostics;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Durability.Telemetry;

namespace Planner.Integrations.Mcp;

/// <summary>The span of one call of a tool, in OpenTelemetry's words. No argument and no result stands in it.</summary>
internal static class McpSpan
{
    public static Activity? Start(string server, string tool) => PlannerTelemetry.Source.StartActivity($"execute_tool {tool}", ActivityKind.Client)?
        .SetTag("gen_ai.operation.name", "execute_tool")
        .SetTag("gen_ai.tool.name", tool)
        .SetTag("gen_ai.tool.type", "extension")
        .SetTag("mcp.method.name", "tools/call")
        .SetTag("planner.mcp.server", server);

    public static ToolResult End(Activity? span, ToolResult result)
    {
        span?.SetTag("planner.mcp.characters", result.Text.Length);
        if (!result.IsAnswer)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        return result;
    }

    public static void Fail(Activity? span, Exception fault) => span?.SetTag(TagNames.ErrorType, fault.GetType().Name).SetStatus(ActivityStatusCode.Error);
}
