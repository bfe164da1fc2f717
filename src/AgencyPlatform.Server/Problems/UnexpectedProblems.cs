using AgencyPlatform.Contracts.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Orleans.Runtime;
using Orleans.Storage;

namespace AgencyPlatform.Server.Problems;

/// <summary>What went wrong without being a rule's "no". The answer never carries an exception's text.</summary>
internal sealed partial class UnexpectedProblems(ILogger<UnexpectedProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) { return true; }
        if (!ProblemResponses.IsForPrograms(httpContext)) { return false; }
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            TenantMismatchException => StatusCodes.Status404NotFound,
            InconsistentStateException or TimeoutException or OrleansException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        switch (status)
        {
            case StatusCodes.Status503ServiceUnavailable:
                // The command may have been carried out: repeating it with the same key is safe.
                httpContext.Response.Headers.RetryAfter = "1";
                LogBusy(exception);
                break;
            case StatusCodes.Status404NotFound:
                LogStranger(httpContext.Request.Path);
                break;
            case StatusCodes.Status500InternalServerError:
                LogFailed(exception, httpContext.Request.Method, httpContext.Request.Path);
                break;
        }

        await ProblemResponses.Say(status, ProblemResponses.CodeOf(status)).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFailed(Exception failure, string method, string path);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "A grain or its storage did not answer in time")]
    private partial void LogBusy(Exception failure);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "{Path} named something of another agency")]
    private partial void LogStranger(string path);
}
