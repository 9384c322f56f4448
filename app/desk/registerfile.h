// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// A register's bytes as text.
struct RegisterText
{
    QString text;
    QString encoding; ///< utf-8, utf-16 or gb18030
};

/// Decodes by the named encoding, or finds it out (`auto`). A few bytes that are no characters
/// become U+FFFD. \error import.encoding, import.encoding.unknown
[[nodiscard]] Result<RegisterText>
decodeRegister(const QByteArray &bytes, const QString &encoding, const QString &path);

/// One record of a separated text.
struct RegisterRecord
{
    int line = 0; ///< first physical line, from 1
    QStringList cells;
    bool strayQuote = false; ///< a quote where none belongs, kept as text
    bool unclosedQuote =
        false; ///< an opening quote never closed: `cells` holds the first line only
};

/// Reads comma, semicolon or tab separated text record by record (RFC 4180: quotes, doubled quotes,
/// line breaks inside quotes). A quote that never closes spoils its own line only: reading goes on
/// with the next line.
class RegisterReader
{
public:
    /// \param delimiter nothing = found from the first line
    explicit RegisterReader(QString text, std::optional<QChar> delimiter = std::nullopt);

    /// Rows that are apart already; each comes as wide as the head at least.
    explicit RegisterReader(QVector<RegisterRecord> rows);

    /// How many columns a whole record has; known once the head is found.
    void expectColumns(qsizetype columns) { m_columns = columns; }

    [[nodiscard]] std::optional<RegisterRecord> next();

    [[nodiscard]] int lines() const { return m_lines; }

private:
    [[nodiscard]] bool readQuoted(QString &cell, bool &stray);
    void skipLineEnd();

    QString m_text;
    std::optional<QVector<RegisterRecord>> m_rows;
    QChar m_delimiter = u',';
    qsizetype m_at = 0;
    qsizetype m_columns = 0;
    int m_line = 1;
    int m_lines = 0;
};

/// What to open and how.
struct RegisterAsked
{
    QString path; ///< for the sentences alone
    QString encoding = QStringLiteral("auto");
    QString sheet; ///< of a workbook; empty = the first
};

struct OpenRegister
{
    RegisterReader records;
    QString encoding; ///< utf-8, utf-16, gb18030 or xlsx
};

/// A register as it lies in a file: separated text or an .xlsx workbook.
/// \error as decodeRegister() and workbookRecords(), import.format, import.empty
[[nodiscard]] Result<OpenRegister> openRegister(const QByteArray &bytes,
                                                const RegisterAsked &asked);

/// One record as a line of a comma separated file, quoted where needed, with CRLF.
[[nodiscard]] QString csvLine(const QStringList &cells);

} // namespace huiyin
