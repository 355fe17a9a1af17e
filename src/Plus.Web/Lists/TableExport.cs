using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Web.Language;

namespace Plus.Web.Lists;

/// <summary>
/// A list as a file, with the columns and in the order of the page, all its pages. Rows are taken one by one; a list of
/// any length needs no more memory than a short one.
/// </summary>
/// <param name="format"><c>csv</c> or <c>xlsx</c>; anything else is not found.</param>
/// <param name="name">File name without its ending; never with personal data.</param>
public sealed class TableExport<T>(string? format, string name, Table<T> table, IAsyncEnumerable<T> rows, Texts texts)
    : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var cancel = context.HttpContext.RequestAborted;
        if (format is not ("csv" or "xlsx"))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{format}\"";
        if (format == "csv")
        {
            response.ContentType = "text/csv; charset=utf-8";
            await CsvFile.Write(response.Body, table, rows, texts, cancel);
            return;
        }

        // The package is written with seeking, so it takes the way over a file that goes when it is closed.
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        await using var file = PrivateFile();
        await XlsxFile.Write(file, table, rows, texts, cancel);
        file.Position = 0;
        await file.CopyToAsync(response.Body, cancel);
    }

    private static FileStream PrivateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
