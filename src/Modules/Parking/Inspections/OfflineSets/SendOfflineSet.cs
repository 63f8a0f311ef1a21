using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Rules;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>Gives a warden's device the rights of the running shift. The key is drawn for this answer and kept nowhere here.</summary>
internal sealed class SendOfflineSet(PlateIndex index, TownRules rules, OpenShifts shifts, OfflineSetKeys keys, RandomSource random, TimeProvider time)
{
    /// <summary>Where a device fetches it.</summary>
    public const string Address = "/parking/shift/offline-set";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Warden).LimitBody(1024).ExcludeFromDescription();

    /// <summary>A set for the running shift of a warden.</summary>
    public async Task<Outcome<byte[]>> BuildAsync(Guid warden, CancellationToken cancellationToken)
    {
        if (await shifts.OfAsync(warden, cancellationToken) is not { } shift)
            return new NoShift();
        if (!keys.MayFetch(warden))
            return new TooManyOfflineSets();

        var now = time.GetUtcNow();
        var header = new OfflineSetHeader(shift.Id, shift.EachZone, now, shift.EndsAt);
        var key = random.NewBytes(OfflineSet.KeyBytes);
        var set = OfflineSet.Build(key, header, OfflineRights.Of(index, rules, shift.EachZone.ToHashSet(), DayOf(now), DayOf(shift.EndsAt)), keys.Signing);
        CryptographicOperations.ZeroMemory(key);
        return set;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TownCalendar.OnTownClocks(at).DateTime);

    private static async Task<IResult> RespondAsync(SendOfflineSet send, CurrentStaff staff, HttpContext context)
    {
        var outcome = await send.BuildAsync(staff.Id!.Value, context.RequestAborted);
        context.NeverStore();
        return outcome.Match(set => Results.Bytes(set, "application/octet-stream"), context.Problem);
    }
}

/// <summary>With which key sets are signed, and how often a warden may fetch one: a set with its key is a list.</summary>
internal sealed class OfflineSetKeys(ISigningKeys kept, IOptions<InspectionOptions> options) : IDisposable
{
    private const string Name = "parking-offline-sets";

    private readonly Lazy<DelegatedSigningKey> signing = new(() => Open(kept));
    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(warden => RateLimitPartition.GetFixedWindowLimiter(
        warden, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.OfflineSetsPerHour, Window = TimeSpan.FromHours(1) }));

    /// <summary>The town's key for offline sets; devices get its public half with the page.</summary>
    public SigningKey Signing => signing.Value;

    /// <summary>False when this warden has fetched too many within the hour.</summary>
    public bool MayFetch(Guid warden)
    {
        using var lease = limiter.AttemptAcquire(warden);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        limiter.Dispose();
        if (signing.IsValueCreated)
            signing.Value.Dispose();
    }

    private static DelegatedSigningKey Open(ISigningKeys kept)
    {
        var key = kept.OpenOrCreate(Name);
        return new DelegatedSigningKey(JsonWebKey.From(key.PublicKey), key.Sign);
    }
}
