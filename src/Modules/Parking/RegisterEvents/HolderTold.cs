using System.Text.Json;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What a holder is told after a register's change.</summary>
internal enum HolderNews
{
    /// <summary>The permit has ended.</summary>
    Ended,

    /// <summary>A plate is gone from the permit.</summary>
    PlateGone,

    /// <summary>The home lies in another zone.</summary>
    OtherZone,
}

/// <summary>The message that a holder is to be told something.</summary>
/// <param name="ApplicationId">What it is about; the key of the message.</param>
/// <param name="ResidentId">Whom.</param>
/// <param name="News">What.</param>
internal sealed record HolderMessage(Guid ApplicationId, string ResidentId, HolderNews News);

/// <summary>Hands the message to the mailroom, under a key of its own: delivered again, it is sent once. Without an address of the person a clerk is told.</summary>
internal sealed class HolderTold(Mailroom mailroom, IOptions<TownOptions> town) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "holder-told-by-register";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var told = JsonSerializer.Deserialize<HolderMessage>(message.Payload, JsonSerializerOptions.Web)!;
        var texts = RegisterEventTexts.For(Language.German);
        var draft = new MessageDraft
        {
            Key = $"register-event/{told.ApplicationId:D}",
            Recipient = new EmailRecipient($"resident/{told.ResidentId}"),
            Language = Language.German,
            Subject = texts.Subject,
            Paragraphs = [texts.Say(told.News), texts.Next(told.News)],
            Link = new MessageLink(texts.Link, new Uri(town.Value.At(HolderAddresses.Mine))),
        };
        return mailroom.SendAsync(draft, cancellationToken);
    }
}
