using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary><c>/api/parking/v1/subscriptions</c>: a client says where it wants to hear of rights, looks at its subscriptions and ends them. It sees its own only.</summary>
internal sealed class Subscriptions(IDbContextFactory<ParkingDb> databases, EventSecrets secrets, EventLine line, TownRules rules, AuditTrail audit, Subscriptions.Making making)
{
    private const int MostOfOneClient = 5;

    public static async Task<IResult> PostAsync(SubscriptionDraft draft, HttpContext context, Subscriptions subscriptions, CurrentClient client)
    {
        context.NeverStore();
        var outcome = await subscriptions.AddAsync(draft, client.Id!.Value, context.RequestAborted);
        return outcome.Match(made => Results.Created($"{InterfaceScopes.Path}/subscriptions/{made.Id}", made), context.Problem);
    }

    public static async Task<IResult> GetAsync(HttpContext context, Subscriptions subscriptions, CurrentClient client)
    {
        context.NeverStore();
        return Results.Json(await subscriptions.ListAsync(client.Id!.Value, context.RequestAborted));
    }

    public static async Task<IResult> DeleteAsync(Guid id, HttpContext context, Subscriptions subscriptions, CurrentClient client) =>
        await subscriptions.EndAsync(id, client.Id!.Value, context.RequestAborted) ? Results.NoContent() : context.Problem(new SubscriptionUnknown());

    private async Task<Outcome<MadeSubscription>> AddAsync(SubscriptionDraft draft, Guid client, CancellationToken cancellationToken)
    {
        var events = (draft.Events ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (WebhookAddress.Read(draft.Url, line.IsTrial) is not { } url || events is [] || !events.TrueForAll(EventTypes.All.Contains))
            return new SubscriptionUnusable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.EventSubscriptions.CountAsync(each => each.ClientId == client && each.Ags == rules.Ags, cancellationToken) >= MostOfOneClient)
            return new TooManySubscriptions();

        var now = making.Time.GetUtcNow();
        var made = new EventSubscription { Id = making.Random.NewId(), Ags = rules.Ags, ClientId = client, Url = url.AbsoluteUri, Events = string.Join(' ', events), CreatedAt = now, FollowedUntil = now };
        database.EventSubscriptions.Add(made);
        audit.Add(database, $"client/{client}", "events-subscribed", $"subscription/{made.Id}", made.Events);
        await database.SaveChangesAsync(cancellationToken);
        return new MadeSubscription(made.Id, made.Url, events, secrets.Of(made.Id));
    }

    private async Task<IReadOnlyList<ListedSubscription>> ListAsync(Guid client, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = await database.EventSubscriptions.AsNoTracking().Where(each => each.ClientId == client && each.Ags == rules.Ags).OrderBy(each => each.CreatedAt).ToListAsync(cancellationToken);
        return [.. own.Select(each => new ListedSubscription(each.Id, each.Url, each.Events.Split(' ')))];
    }

    /// <summary>What waits for the subscriber goes with the subscription.</summary>
    private async Task<bool> EndAsync(Guid id, Guid client, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.EventSubscriptions.SingleOrDefaultAsync(each => each.Id == id && each.ClientId == client && each.Ags == rules.Ags, cancellationToken) is not { } own)
            return false;

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.EventDeliveries.Where(delivery => delivery.SubscriptionId == id).ExecuteDeleteAsync(cancellationToken);
        database.EventSubscriptions.Remove(own);
        audit.Add(database, $"client/{client}", "events-unsubscribed", $"subscription/{id}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Chance and clock.</summary>
    internal sealed record Making(RandomSource Random, TimeProvider Time);
}

/// <summary>What a client wants to hear, and where.</summary>
internal sealed record SubscriptionDraft(
    [property: JsonPropertyName("url"), Description("Where messages go, by https; no address of a private network.")] string? Url,
    [property: JsonPropertyName("events"), Description("right.granted, right.changed, right.ended.")] IReadOnlyList<string>? Events);

/// <summary>A new subscription.</summary>
internal sealed record MadeSubscription(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("events")] IReadOnlyList<string> Events,
    [property: JsonPropertyName("secret"), Description("Signs the messages (Standard Webhooks: whsec_ and base64). Shown this once.")] string Secret);

/// <summary>A subscription as its client sees it.</summary>
internal sealed record ListedSubscription(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("events")] IReadOnlyList<string> Events);
