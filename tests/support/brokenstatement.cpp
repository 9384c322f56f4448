// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/brokenstatement.h>

#include <algorithm>
#include <mutex>
#include <sqlite3.h>

namespace huiyin::support {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMost = 400; // statements of one act; more would be an act that never ends

std::mutex theMutex;
int theLeft = 0; ///< statements until the one that breaks; 0: none breaks
QString theBroken;

/// The words of a statement without the comments above them; nothing for a trigger's own steps.
QString wordsOf(const char *text)
{
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    if (lines.first().startsWith("-- TRIGGER"_L1)) {
        return {};
    }
    lines.removeIf([](const QString &line) { return line.trimmed().startsWith("--"_L1); });
    return lines.join(u' ').simplified();
}

bool reads(const QString &sql)
{
    return sql.startsWith("SELECT"_L1, Qt::CaseInsensitive) ||
           sql.startsWith("WITH"_L1, Qt::CaseInsensitive);
}

int onStatement(unsigned, void *connection, void *, void *text)
{
    const std::scoped_lock lock(theMutex);
    const QString sql = wordsOf(static_cast<const char *>(text));
    if (sql.startsWith("BEGIN IMMEDIATE"_L1, Qt::CaseInsensitive)) {
        theLeft = 0;
    } else if (theLeft > 0 && reads(sql) && --theLeft == 0) {
        theBroken = sql;
        sqlite3_interrupt(static_cast<sqlite3 *>(connection));
    }
    return 0;
}

int onOpen(sqlite3 *connection, char **, const struct sqlite3_api_routines *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, onStatement, connection);
}

} // namespace

void watchStatements() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(onOpen)); }

QStringList brokenInSilence(const std::function<std::optional<QString>()> &act)
{
    QStringList silent;
    for (int nth = 1; nth <= kMost; ++nth) {
        {
            const std::scoped_lock lock(theMutex);
            theLeft = nth;
            theBroken.clear();
        }
        const auto told = act();
        const std::scoped_lock lock(theMutex);
        theLeft = 0;
        if (theBroken.isEmpty()) {
            return told ? silent + QStringList{u"whole: "_s + *told} : silent;
        }
        if (!told) {
            silent.append(theBroken);
        }
    }
    return silent + QStringList{u"no end"_s};
}

} // namespace huiyin::support
