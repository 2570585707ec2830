namespace Shop.Services;

/// <summary>A page of a list, counted from 1, as offset and limit.</summary>
public readonly record struct Paging(int Offset, int Limit)
{
    public const int MaxPageSize = 100;

    public static Paging From(int page, int pageSize)
    {
        if (page is < 1 or > 10_000)
        {
            throw new RequestInvalidException("page", "page must be from 1 to 10000.");
        }

        return pageSize is < 1 or > MaxPageSize
            ? throw new RequestInvalidException("pageSize", $"pageSize must be from 1 to {MaxPageSize}.")
            : new Paging((page - 1) * pageSize, pageSize);
    }
}
