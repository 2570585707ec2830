namespace Planner.Functions.Tests.Storage;

/// <summary>The storage account that tests use: Azurite will do.</summary>
internal static class TestStorage
{
    /// <summary>Its connection string; the test is skipped where there is none.</summary>
    public static string Connection()
    {
        var connection = Environment.GetEnvironmentVariable("PLANNER_TEST_STORAGE");
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "PLANNER_TEST_STORAGE holds no connection string of a storage account; Azurite will do.");
        return connection!;
    }
}
