using Microsoft.EntityFrameworkCore;

namespace Modellstadt.Registers;

/// <summary>Asks a register's server for what is new and stores it with the point up to which it was asked, in one transaction.</summary>
internal sealed class FollowServer(IDbContextFactory<RegistersDb> databases, RegisterChanges changes)
{
    private const int MostPages = 200;

    /// <summary>Everything that is new; ends early when the server falls silent, and goes on there the next time.</summary>
    /// <param name="register"><c>residents</c> or <c>vehicles</c>.</param>
    /// <param name="server">Whom to ask.</param>
    /// <param name="cancellationToken">Ends the work between two pages.</param>
    public async Task ExecuteAsync(string register, RegisterServer server, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var point = await database.Points.SingleOrDefaultAsync(point => point.Register == register, cancellationToken);
            if (await AskAsync(register, server, point, cancellationToken) is not (var found, { } next))
                return;

            point ??= database.Points.Add(new FollowedPoint { Register = register, Point = next }).Entity;
            (point.Point, point.Revision) = (next, point.Revision + 1);
            foreach (var change in found)
                changes.Add(database, change);
            await database.SaveChangesAsync(cancellationToken);
            changes.Wake();
            if (found.Count == 0)
                return;
        }
    }

    /// <summary>One page; without a point the server only names the present one.</summary>
    private static async Task<(IReadOnlyList<RegisterChange> Found, string? Next)> AskAsync(string register, RegisterServer server, FollowedPoint? point, CancellationToken cancellationToken)
    {
        var path = point is null ? $"{register}/changes" : $"{register}/changes?since={Uri.EscapeDataString(point.Point)}";
        var answer = await server.ReadAsync<WireChanges, (IReadOnlyList<RegisterChange>, string?)>(
            path, page => ([.. page.Changes.Select(change => change.Read(register))], Wire.Text(page.Next)), cancellationToken);
        return answer is RegisterAnswer<(IReadOnlyList<RegisterChange>, string?)>.Found(var page) ? page : ([], null);
    }
}

/// <summary>Up to where a server's changes were taken.</summary>
internal sealed class FollowedPoint
{
    /// <summary><c>residents</c> or <c>vehicles</c>.</summary>
    public required string Register { get; init; }

    /// <summary>The server's own word for it.</summary>
    public required string Point { get; set; }

    /// <summary>Grows with each step: of two processes one takes a page.</summary>
    public int Revision { get; set; }
}
