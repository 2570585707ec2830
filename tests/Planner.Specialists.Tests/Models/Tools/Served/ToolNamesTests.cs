using Planner.Core.LanguageModels.ToolServers;
using Planner.Specialists.Models.Tools.Served;
using Xunit;

namespace Planner.Specialists.Tests.Models.Tools.Served;

public sealed class ToolNamesTests
{
    [Fact]
    public void Names_AreWhatServicesTake_AndEachIsThereOnce()
    {
        var names = new ToolNames();

        var given = new[] { Tool("docs", "search"), Tool("docs.v2", "find/pages"), Tool("docs_v2", "find.pages"), Tool("docs", new string('x', 128)) }
            .Select(names.Of).ToList();

        Assert.Equal(["mcp_docs_search", "mcp_docs_v2_find_pages"], given[..2]);
        Assert.Equal(4, given.Distinct(StringComparer.Ordinal).Count());
        Assert.All(given, n => Assert.Matches(@"\A[a-zA-Z0-9_-]{1,64}\z", n));
    }

    private static OfferedTool Tool(string server, string name) => new(server, name, "", "{}");
}
