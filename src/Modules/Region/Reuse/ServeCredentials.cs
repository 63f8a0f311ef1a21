using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>Everybody may check who has signed which record: the credentials, those of other towns too, and this town's key. Public.</summary>
internal static class ServeCredentials
{
    private const string Prefix = "/region/reuse";

    /// <summary>Where the signature of a town below a record is found.</summary>
    public static string AddressOf(string record, string town) => $"{Prefix}/{record}/{town}";

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(TownDocument.Address, RespondTown).ExcludeFromDescription();
        endpoints.MapGet(Prefix + "/{record:length(43)}/{town:maxlength(8)}", RespondAsync).ExcludeFromDescription();
    }

    private static IResult RespondTown(FeedKey key, IOptions<TownOptions> town) =>
        Results.Bytes(StrictJson.Write(TownDocument.Of(town.Value.At(TownDocument.Address), key.Signing.PublicKey)), TownDocument.MediaType);

    private static async Task<IResult> RespondAsync(string record, string town, IDbContextFactory<RegionDb> databases, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var signature = await database.ReuseSignatures.AsNoTracking().SingleOrDefaultAsync(found => found.RecordId == record && found.Town == town, cancellationToken);
        return signature is null
            ? Results.Problem("No signature of this town below this record is known here.", statusCode: StatusCodes.Status404NotFound)
            : Results.Text(signature.Credential, ReuseCredential.MediaType, Encoding.ASCII);
    }
}
