using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Addresses;

/// <summary>The mail that asks whether an address is right.</summary>
internal static class ConfirmationMail
{
    /// <summary>The message.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="address">The address that it asks about.</param>
    /// <param name="link">Where it is confirmed.</param>
    /// <param name="days">How long the link counts.</param>
    /// <param name="now">The moment.</param>
    public static Message Of(Guid id, EmailAddress address, string link, int days, DateTimeOffset now)
    {
        var texts = MessagesTexts.For(address.Language);
        return new Message
        {
            Id = id,
            Ags = address.Ags,
            Key = $"confirmation/{id:D}",
            Language = address.Language,
            Subject = texts.ConfirmationSubject,
            Body = new MessageBody([texts.ConfirmationWhy, texts.ConfirmationOtherwise(days)], new MessageLink(texts.ConfirmationLink, new Uri(link))).Write(),
            Owner = address.Owner,
            AsksToConfirm = true,
            State = MessageState.Waiting,
            NextAttemptAt = now,
            CreatedAt = now,
        };
    }
}
