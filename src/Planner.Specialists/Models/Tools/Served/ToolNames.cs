using Planner.Core.LanguageModels.ToolServers;
using Planner.Core.Text;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>Names under which models know tools of servers: <c>mcp_server_tool</c>, each once.</summary>
internal sealed class ToolNames
{
    private const int Longest = 64;
    private const int Mark = 8;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Letters, digits, _ and -, at most 64; where that is not enough to tell it from others, with a piece of its hash.</summary>
    public string Of(OfferedTool tool)
    {
        var name = string.Concat($"mcp_{tool.Server}_{tool.Name}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '_'));
        if (name.Length <= Longest && taken.Add(name))
        {
            return name;
        }

        var marked = $"{name[..Math.Min(name.Length, Longest - Mark - 1)]}_{TextHash.Of($"{tool.Server}/{tool.Name}")[..Mark]}";
        taken.Add(marked);
        return marked;
    }
}
