using Planner.Core.Text.Paths;
using Xunit;

namespace Planner.Core.Tests.Text.Paths;

public sealed class PathPartsTests
{
    [Theory]
    [InlineData("src/Orders/Order.cs", "src/Orders", "src/Orders/", "Order.cs")]
    [InlineData("Order.cs", "", "", "Order.cs")]
    [InlineData("src/", "src", "src/", "")]
    [InlineData("", "", "", "")]
    public void Path_HasFolderAndName(string path, string folder, string prefix, string name) =>
        Assert.Equal((folder, prefix, name), (PathParts.Folder(path), PathParts.FolderPrefix(path), PathParts.Name(path)));
}
