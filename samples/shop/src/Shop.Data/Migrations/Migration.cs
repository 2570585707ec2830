namespace Shop.Data.Migrations;

/// <summary>One step of the schema: <c>NNN_name.up.sql</c> and the <c>NNN_name.down.sql</c> that undoes it.</summary>
public sealed record Migration(int Number, string Name, string UpSql, string DownSql)
{
    /// <summary>The migrations of a folder by number.</summary>
    /// <exception cref="InvalidDataException">A down script is missing, or two migrations have one number.</exception>
    public static IReadOnlyList<Migration> ReadAll(string folder)
    {
        var migrations = Directory.GetFiles(folder, "*.up.sql").Select(Read).OrderBy(found => found.Number).ToList();
        var duplicate = migrations.GroupBy(found => found.Number).FirstOrDefault(group => group.Count() > 1);
        return duplicate is null
            ? migrations
            : throw new InvalidDataException($"Two migrations have the number {duplicate.Key}.");
    }

    private static Migration Read(string upPath)
    {
        var name = Path.GetFileName(upPath)[..^".up.sql".Length];
        var downPath = Path.Combine(Path.GetDirectoryName(upPath)!, name + ".down.sql");
        if (!int.TryParse(name.Split('_')[0], out var number) || !File.Exists(downPath))
        {
            throw new InvalidDataException($"{name}.up.sql needs a leading number and a {name}.down.sql beside it.");
        }

        return new Migration(number, name, File.ReadAllText(upPath), File.ReadAllText(downPath));
    }
}
