using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>
/// Takes news to the person: by e-mail where one was given, else on paper when it is a decision and the town wants that. The key of the
/// message is that of the outbox, so that news that come twice are sent once.
/// </summary>
internal sealed class SendNews(
    IDbContextFactory<ParkingDb> databases, DecisionLetters letters, Mailroom mailroom, IOptions<TownOptions> town, IOptions<LetterOptions> options) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "permit-news";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<PermitNews>(message.Payload, JsonSerializerOptions.Web)!;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await ComposeAsync(database, message.Id, news, cancellationToken) is { } draft)
            await mailroom.SendAsync(draft, cancellationToken);
    }

    /// <summary>The message; null when there is nobody to write to.</summary>
    private async Task<MessageDraft?> ComposeAsync(ParkingDb database, Guid id, PermitNews news, CancellationToken cancellationToken)
    {
        var application = await ApplicationOfAsync(database, news, cancellationToken);
        var permitId = news.PermitId ?? application?.PermitId;
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == permitId, cancellationToken);
        if ((permit?.ResidentId ?? application?.ResidentId) is not { } resident)
            return null;

        var ags = town.Value.Ags;
        var contact = await database.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Ags == ags && contact.ResidentId == resident, cancellationToken);
        var language = contact?.Language ?? Language.German;
        var onPaper = IsDecision(news.Kind, application) && options.Value.PaperDecisions && application is not null
            ? await letters.OfAsync(database, application.Id, Language.German, cancellationToken) : null;
        // A letter without an address cannot be posted: the decision stays readable in the portal.
        if (onPaper is { Addressee: null })
            onPaper = null;
        Recipient? recipient = contact is not null ? new EmailRecipient(Contact.OwnerOf(resident), OnPaperOtherwise: onPaper is not null) : onPaper is not null ? new PostalRecipient(Contact.OwnerOf(resident)) : null;
        var facts = new NewsFacts(news.Kind, permit?.PermitNumber, permit?.ValidUntil, new Uri(town.Value.At(news.Path ?? PathOf(news.Kind, application))));
        return recipient is null ? null : NewsMessage.Of(KeyOf(id, news), facts, recipient, language, onPaper);
    }

    /// <summary>The application behind the news: for a decision about a permit the one that was decided last.</summary>
    private static async Task<PermitApplication?> ApplicationOfAsync(ParkingDb database, PermitNews news, CancellationToken cancellationToken)
    {
        var id = news.ApplicationId ?? await database.Decisions.AsNoTracking()
            .Where(decision => decision.PermitId == news.PermitId && decision.Outcome == DecisionOutcome.Granted)
            .OrderByDescending(decision => decision.DecidedAt).Select(decision => (Guid?)decision.ApplicationId).FirstOrDefaultAsync(cancellationToken);
        return id is null ? null : await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
    }

    /// <summary>True for what must be said in writing; an end is a decision when a register led to it, a rest when a fee did.</summary>
    private static bool IsDecision(NewsKind kind, PermitApplication? application) =>
        NewsMessage.IsDecision(kind) || (kind, application?.Purpose)
            is (NewsKind.Ended, ApplicationPurpose.Lapse) or (NewsKind.Suspended, ApplicationPurpose.Suspension) or (NewsKind.TakenUp, ApplicationPurpose.TakingUp);

    private static string PathOf(NewsKind kind, PermitApplication? application) => application switch
    {
        not null when IsDecision(kind, application) => LetterAddresses.Decision(application.Id),
        not null when kind is NewsKind.Received or NewsKind.WithOffice => ApplicationAddresses.Page(application.Id),
        _ => HolderAddresses.Mine,
    };

    /// <summary>An application arrives once, and is said once to lie with the office, however often it is laid there.</summary>
    private static string KeyOf(Guid id, PermitNews news) =>
        news is { Kind: NewsKind.Received or NewsKind.WithOffice, ApplicationId: { } application } ? $"parking/{application:D}/{news.Kind}" : $"parking/{id:D}";
}
