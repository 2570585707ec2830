namespace Planner.Codebase.Files;

/// <summary>Says where a linked file leads, where that is a plain file reached through no other link inside the root.</summary>
internal sealed class LinkGuard(string root)
{
    public FileInfo? TargetInside(FileInfo link)
    {
        if (link.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target)
        {
            return null;
        }

        var relative = Path.GetRelativePath(root, target.FullName);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            return null;
        }

        var at = root;
        foreach (var name in relative.Split(Path.DirectorySeparatorChar))
        {
            at = Path.Combine(at, name);
            if (new FileInfo(at).LinkTarget is not null || name == ".git")
            {
                return null;
            }
        }

        return target;
    }
}
