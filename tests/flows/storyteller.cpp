// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <string>

#include "storylibrary.h"

using namespace huiyin;
using namespace Qt::StringLiterals;

/// Tells stories with the packs of any folder, for mutate.py. One line of JSON in, one out:
/// {"packs": folder, "stories": [paths]} gives {"fault": first fault, empty if all held, "invalid":
/// true if a pack would not even be taken}.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::string text;
    while (std::getline(std::cin, text)) {
        const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        QMap<QString, QString> invalid;
        const auto library = support::libraryOf(line.value(u"packs").toString(), invalid);
        QString fault = invalid.isEmpty() ? QString() : invalid.first();
        for (const QJsonValue &story : line.value(u"stories").toArray()) {
            if (fault.isEmpty()) {
                fault = support::tellStory(story.toString(), library, true).value(0);
            }
        }
        std::cout << QJsonDocument(
                         QJsonObject{{u"fault"_s, fault}, {u"invalid"_s, !invalid.isEmpty()}})
                         .toJson(QJsonDocument::Compact)
                         .constData()
                  << std::endl;
    }
    return 0;
}
