// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlinput.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <cstdio>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::ctl {

namespace {

constexpr qint64 kLargest = 64LL * 1024 * 1024;

} // namespace

Result<QByteArray> readInput(const QString &path)
{
    const bool fromStdin = path.isEmpty() || path == QStringLiteral("-");
    const QString name = fromStdin ? QStringLiteral("stdin") : path;
    QFile file(path);
    const bool open =
        fromStdin ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return Error{QStringLiteral("input.unreadable"),
                     {{QStringLiteral("path"), name}},
                     file.errorString()};
    }
    QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest) {
        return Error{QStringLiteral("input.tooLarge"),
                     {{QStringLiteral("path"), name},
                      {QStringLiteral("mib"), QString::number(kLargest / 1024 / 1024)}}};
    }
    if (file.error() != QFileDevice::NoError) {
        return Error{QStringLiteral("input.unreadable"),
                     {{QStringLiteral("path"), name}},
                     file.errorString()};
    }
    return bytes;
}

bool hasPipedInput()
{
    struct stat about = {};
    if (::isatty(STDIN_FILENO) != 0 || ::fstat(STDIN_FILENO, &about) != 0 ||
        S_ISCHR(about.st_mode)) {
        return false;
    }
    if (S_ISREG(about.st_mode)) {
        return about.st_size > 0;
    }
    // A pipe left open by whoever started us must not hold a step up that needs no input.
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    return ::poll(&waiting, 1, 1000) > 0 && (waiting.revents & POLLIN) != 0;
}

QString regulationId(const QString &typed, const QStringList &known)
{
    if (known.contains(typed)) {
        return typed;
    }
    const auto meant = std::find_if(known.cbegin(), known.cend(), [&](const QString &id) {
        return id.compare(typed, Qt::CaseInsensitive) == 0;
    });
    return meant == known.cend() ? typed : *meant;
}

ObjectReading readObject(const QByteArray &bytes)
{
    ObjectReading reading;
    QByteArray text = bytes;
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
    }
    if (text.trimmed().isEmpty()) {
        reading.findings.append({QStringLiteral("input.empty"), Severity::Refusal});
        return reading;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error == QJsonParseError::NoError && document.isObject()) {
        reading.object = document.object();
        return reading;
    }
    const bool syntax = error.error != QJsonParseError::NoError;
    const qsizetype offset = syntax ? std::clamp<qsizetype>(error.offset, 0, text.size()) : 0;
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    Finding finding{syntax ? QStringLiteral("input.json") : QStringLiteral("input.notAnObject"),
                    Severity::Refusal};
    finding.line = static_cast<int>(before.count('\n')) + 1;
    finding.column = static_cast<int>(QString::fromUtf8(before.mid(lineStart)).size()) + 1;
    reading.findings.append(finding);
    return reading;
}

} // namespace huiyin::ctl
