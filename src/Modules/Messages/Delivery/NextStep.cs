using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Delivery;

/// <summary>Decides, from the message and what happened, how it goes on.</summary>
internal static class NextStep
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>What the mail server's answer makes of a message.</summary>
    public static void After(MailAnswer answer, Message message, DateTimeOffset now)
    {
        message.Reason = answer.Reason;
        switch (answer)
        {
            case MailAnswer.Taken:
                (message.State, message.NextAttemptAt, message.SettledAt) = (MessageState.Sent, null, now);
                // The link confirms an address: nobody but its recipient may read it.
                if (message.AsksToConfirm)
                    message.Forget();
                break;
            case MailAnswer.Later:
                message.NextAttemptAt = now + Pause(message.Attempts);
                break;
            default:
                TakeAnotherWay(message, answer.Reason!, now);
                break;
        }
    }

    /// <summary>No e-mail reaches the person: on paper, or a clerk sees to it.</summary>
    public static void TakeAnotherWay(Message message, string reason, DateTimeOffset now)
    {
        (message.Reason, message.NextAttemptAt) = (reason, null);
        if (message.AsksToConfirm)
            (message.State, message.SettledAt) = (MessageState.Withdrawn, now);
        else
            message.State = message.OnPaperOtherwise ? MessageState.ToPrint : MessageState.NeedsClerk;
        if (message.AsksToConfirm)
            message.Forget();
    }

    /// <summary>How long to wait after so many attempts: a minute, then twice as long each time.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, Math.Clamp(attempts - 1, 0, 10))));
}
