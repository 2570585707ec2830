namespace Planner.Testing.Repository;

/// <summary>The repository that the running tests were built in.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder with the solution, found upwards from where the tests run.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Planner.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Planner.sln above {AppContext.BaseDirectory}: run this from a build inside the repository.");
    }
}
