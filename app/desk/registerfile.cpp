// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerfile.h>
#include <desk/registerworkbook.h>

#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <iconv.h>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostQuoted =
    200'000; ///< characters of one quoted cell; more is an unclosed quote

struct Decoded
{
    QString text;
    qsizetype bad = 0;
};

/// Qt 6.4 knows no GB18030 without ICU; the C library does everywhere.
std::optional<Decoded> decodeGb18030(const QByteArray &bytes)
{
    const iconv_t converter = iconv_open("UTF-16LE", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return std::nullopt;
    }
    Decoded decoded;
    QByteArray in = bytes;
    char *from = in.data();
    size_t left = static_cast<size_t>(in.size());
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    const auto flush = [&](size_t room) {
        const qsizetype written = buffer.size() - static_cast<qsizetype>(room);
        decoded.text.append(
            QStringView(reinterpret_cast<const char16_t *>(buffer.constData()), written / 2));
    };
    while (left > 0) {
        char *to = buffer.data();
        size_t room = static_cast<size_t>(buffer.size());
        const size_t result = iconv(converter, &from, &left, &to, &room);
        const int reason = errno;
        flush(room);
        if (result == static_cast<size_t>(-1) && reason != E2BIG) {
            decoded.text.append(QChar::ReplacementCharacter);
            ++decoded.bad;
            ++from;
            --left;
        }
    }
    iconv_close(converter);
    return decoded;
}

QString decodeUtf8(const QByteArray &bytes, qsizetype &bad)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    bad = decoder.hasError() ? std::max<qsizetype>(1, text.count(QChar::ReplacementCharacter)) : 0;
    return text;
}

QChar likeliestDelimiter(const QString &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView first = QStringView(text).left(end < 0 ? text.size() : end);
    QChar best = u',';
    qsizetype most = first.count(u',');
    for (const QChar candidate : {u'\t', u';'}) {
        if (first.count(candidate) > most) {
            best = candidate;
            most = first.count(candidate);
        }
    }
    return best;
}

} // namespace

Result<RegisterText>
decodeRegister(const QByteArray &bytes, const QString &encoding, const QString &path)
{
    const QString wanted = encoding.toLower();
    const bool automatic = wanted.isEmpty() || wanted == u"auto";
    const bool utf8 = wanted == u"utf-8" || wanted == u"utf8";
    const bool gb = wanted == u"gb18030" || wanted == u"gbk" || wanted == u"gb2312";
    if (!automatic && !utf8 && !gb) {
        return Error{u"import.encoding.unknown"_s, {{u"encoding"_s, encoding}}};
    }
    if (automatic && (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString text = decoder(bytes);
        return RegisterText{text, u"utf-16"_s};
    }
    if (!gb) {
        qsizetype bad = 0;
        QString text = decodeUtf8(bytes, bad);
        if (bad == 0 || utf8 || bytes.startsWith("\xEF\xBB\xBF")) {
            return RegisterText{text, u"utf-8"_s};
        }
    }
    const auto decoded = decodeGb18030(bytes);
    // A stray byte or two in years of hand-kept rows is normal; one in a hundred is another
    // encoding.
    if (!decoded || decoded->bad > std::max<qsizetype>(3, decoded->text.size() / 100)) {
        return Error{u"import.encoding"_s, {{u"path"_s, path}}};
    }
    return RegisterText{decoded->text, u"gb18030"_s};
}

RegisterReader::RegisterReader(QString text, std::optional<QChar> delimiter)
    : m_text(std::move(text))
{
    if (m_text.startsWith(u'\uFEFF')) {
        m_text.remove(0, 1);
    }
    m_delimiter = delimiter.value_or(likeliestDelimiter(m_text));
    m_lines = static_cast<int>(m_text.count(u'\n')) + (m_text.endsWith(u'\n') ? 0 : 1);
}

RegisterReader::RegisterReader(QVector<RegisterRecord> rows)
    : m_rows(std::move(rows))
    , m_lines(m_rows->isEmpty() ? 0 : m_rows->constLast().line)
{
}

void RegisterReader::skipLineEnd()
{
    if (m_at < m_text.size() && m_text.at(m_at) == u'\r') {
        ++m_at;
    }
    if (m_at < m_text.size() && m_text.at(m_at) == u'\n') {
        ++m_at;
    }
    ++m_line;
}

/// Reads from behind the opening quote. False: it never closes properly, the caller starts over.
bool RegisterReader::readQuoted(QString &cell, bool &stray)
{
    const qsizetype start = m_at;
    bool lines = false;
    qsizetype lineStart = start;
    while (m_at < m_text.size() && m_at - start < kMostQuoted) {
        const QChar c = m_text.at(m_at);
        if (c == u'"') {
            if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
                cell.append(c);
                m_at += 2;
                continue;
            }
            ++m_at;
            const bool ends = m_at >= m_text.size() || m_text.at(m_at) == m_delimiter ||
                              m_text.at(m_at) == u'\n' || m_text.at(m_at) == u'\r';
            if (ends) {
                return true;
            }
            if (lines) {
                return false; // the quote that ends here belongs to a later record
            }
            // "正品保障"是假的: the quotes belong to the text.
            cell.prepend(u'"');
            cell.append(u'"');
            stray = true;
            while (m_at < m_text.size() && m_text.at(m_at) != m_delimiter &&
                   m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\r') {
                cell.append(m_text.at(m_at++));
            }
            return true;
        }
        if (c == u'\n') {
            // A whole line inside the quotes that looks like a record of its own: the quote was
            // never meant to open.
            if (lines && m_columns > 1 &&
                QStringView(m_text).mid(lineStart, m_at - lineStart).count(m_delimiter) >=
                    m_columns - 1) {
                return false;
            }
            lines = true;
            lineStart = m_at + 1;
            ++m_line;
        }
        if (c != u'\r') {
            cell.append(c);
        }
        ++m_at;
    }
    return false;
}

std::optional<RegisterRecord> RegisterReader::next()
{
    if (m_rows) {
        if (m_at >= m_rows->size()) {
            return std::nullopt;
        }
        RegisterRecord row = std::move((*m_rows)[m_at++]);
        row.cells.resize(std::max(row.cells.size(), m_columns));
        return row;
    }
    if (m_at >= m_text.size()) {
        return std::nullopt;
    }
    RegisterRecord record;
    record.line = m_line;
    const qsizetype start = m_at;
    for (;;) {
        QString cell;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            const qsizetype quote = m_at++;
            bool stray = false;
            if (!readQuoted(cell, stray)) {
                record.unclosedQuote = true;
                record.cells.clear();
                m_line = record.line;
                const qsizetype lineEnd = m_text.indexOf(u'\n', quote);
                const qsizetype end = lineEnd < 0 ? m_text.size() : lineEnd;
                QString whole = m_text.mid(start, end - start);
                if (whole.endsWith(u'\r')) {
                    whole.chop(1);
                }
                m_line += static_cast<int>(whole.count(u'\n'));
                record.cells = whole.split(m_delimiter);
                m_at = end;
                skipLineEnd();
                return record;
            }
            record.strayQuote = record.strayQuote || stray;
        } else {
            const qsizetype from = m_at;
            while (m_at < m_text.size() && m_text.at(m_at) != m_delimiter &&
                   m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\r') {
                ++m_at;
            }
            cell = m_text.mid(from, m_at - from);
            record.strayQuote = record.strayQuote || cell.contains(u'"');
        }
        record.cells.append(cell);
        if (m_at < m_text.size() && m_text.at(m_at) == m_delimiter) {
            ++m_at;
            continue;
        }
        skipLineEnd();
        return record;
    }
}

Result<OpenRegister> openRegister(const QByteArray &bytes, const RegisterAsked &asked)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0")) {
        return Error{u"import.format"_s, {{u"path"_s, asked.path}}};
    }
    if (looksLikeWorkbook(bytes)) {
        auto rows = workbookRecords(bytes, asked.sheet, asked.path);
        if (!rows) {
            return rows.error();
        }
        if (rows->isEmpty()) {
            return Error{u"import.empty"_s, {{u"path"_s, asked.path}}};
        }
        return OpenRegister{RegisterReader(std::move(*rows)), u"xlsx"_s};
    }
    if (bytes.trimmed().isEmpty()) {
        return Error{u"import.empty"_s, {{u"path"_s, asked.path}}};
    }
    auto text = decodeRegister(bytes, asked.encoding, asked.path);
    if (!text) {
        return text.error();
    }
    return OpenRegister{RegisterReader(std::move(text->text)), text->encoding};
}

QString csvLine(const QStringList &cells)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QString cell = cells.at(i);
        if (i > 0) {
            line.append(u',');
        }
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') ||
            cell.contains(u'\r')) {
            cell.replace(u'"', u"\"\""_s);
            line.append(u'"' + cell + u'"');
        } else {
            line.append(cell);
        }
    }
    return line + u"\r\n"_s;
}

} // namespace huiyin
