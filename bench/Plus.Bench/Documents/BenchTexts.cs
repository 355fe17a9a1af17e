using System.Globalization;
using System.Text;
using Npgsql;
using Plus.Bench.Operations;

namespace Plus.Bench.Documents;

/// <summary>
/// Incoming documents of the officer's office with words of their own, written by COPY; the index of words is made afterwards,
/// since keeping it row by row takes many times as long.
/// </summary>
internal static class BenchTexts
{
    private const int WordsEach = 120;
    private const int Vocabulary = 20_000;
    private const string Prefix = "BT-";

    /// <summary>Two words of one of so many texts, neither seldom nor in every text.</summary>
    public static string Question(int number, int texts) =>
        string.Join(
            ' ',
            Numbers(Math.Abs(number * 97) % texts).Where(w => w is >= 20 and < 420).Distinct().Take(2).Select(Word)
        );

    public static async Task WriteAsync(NpgsqlDataSource owner, BenchPerson person, int texts)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using (
            var any = new NpgsqlCommand(
                $"SELECT count(*) FROM mailroom.incoming WHERE number LIKE '{Prefix}%'",
                connection
            )
        )
        {
            if ((long)(await any.ExecuteScalarAsync())! == texts)
            {
                return;
            }
        }

        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"writing {texts} texts of {WordsEach} words ...")
        );
        await DoAsync(connection, "SET synchronous_commit = off; DROP INDEX IF EXISTS files.ix_file_text_words");
        await using (
            var files = await connection.BeginTextImportAsync(
                "COPY files.stored_file (id, sha256, size, media_type, state, store, address, wrapped_key, master_key, scan, touched_at, words_read) FROM STDIN"
            )
        )
        {
            for (var n = 0; n < texts; n++)
            {
                await files.WriteAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Id(n)}\t{n:x64}\t1\ttext/plain\tstored\tfolder\t{n:x64}\t\\\\x00\tbench\tnone\t2026-01-01 00:00Z\tt\n"
                    )
                );
            }
        }

        await using (
            var words = await connection.BeginTextImportAsync(
                "COPY files.file_text (file_id, text, read_at) FROM STDIN"
            )
        )
        {
            for (var n = 0; n < texts; n++)
            {
                await words.WriteAsync($"{Id(n)}\t{Words(n)}\t2026-01-01 00:00Z\n");
            }
        }

        await DoAsync(
            connection,
            $"""
            INSERT INTO mailroom.incoming (id, number, channel, received_on, office_id, kind, sender, subject, state)
            SELECT id, '{Prefix}' || row_number() OVER (), 'post', '2026-01-01', '{person.Office}', 'other', 'x', 'x', 'registered'
            FROM files.stored_file WHERE master_key = 'bench';
            INSERT INTO mailroom.incoming_file (id, incoming_id, place, name, file_id)
            SELECT id, id, 1, 'x', id FROM files.stored_file WHERE master_key = 'bench';
            SET maintenance_work_mem = '512MB';
            CREATE INDEX ix_file_text_words ON files.file_text USING gin (words);
            """
        );
        await DoAsync(
            connection,
            "VACUUM (ANALYZE) files.file_text, files.stored_file, mailroom.incoming, mailroom.incoming_file"
        );
    }

    private static string Id(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"018f0000-0000-7000-8000-{number:x12}");

    // Few words often and many seldom, as in letters.
    private static string Words(int number)
    {
        var text = new StringBuilder(WordsEach * 12);
        foreach (var word in Numbers(number))
        {
            text.Append(Word(word)).Append(' ');
        }

        return text.ToString();
    }

    private static IEnumerable<int> Numbers(int text)
    {
        var chance = new Random(text);
        for (var word = 0; word < WordsEach; word++)
        {
            yield return (int)(Vocabulary * Math.Pow(chance.NextDouble(), 3));
        }
    }

    // Three syllables for each number, told apart by the first ones: the search leaves endings out.
    private static string Word(int number)
    {
        const string consonants = "bdgklmnprstvz";
        const string vowels = "aāeiu";
        var word = new StringBuilder(8);
        for (var syllable = 0; syllable < 3; syllable++)
        {
            word.Append(consonants[number % 13]).Append(vowels[number / 13 % 5]);
            number /= 65;
        }

        return word.Append("tājs").ToString();
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
