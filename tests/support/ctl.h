// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QVector>

namespace huiyin::support {

/// Runs the real huiyinctl in a folder of its own: no case file, home or state of this machine is
/// touched.
class Ctl
{
public:
    struct Answer
    {
        int code = -1;
        QByteArray out, err;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }

        [[nodiscard]] QVector<QJsonObject> lines() const
        {
            QVector<QJsonObject> objects;
            for (const QByteArray &line : out.split('\n')) {
                if (!line.isEmpty()) {
                    objects.append(QJsonDocument::fromJson(line).object());
                }
            }
            return objects;
        }

        /// The code of the first finding on stdout.
        [[nodiscard]] QString finding() const
        {
            return json().value(u"findings").toArray().first().toObject().value(u"code").toString();
        }
    };

    Answer operator()(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HUIYIN_FILE"), path(QStringLiteral("desk.huiyin")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(HUIYIN_BIN_DIR "/huiyinctl"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000)) {
            process.kill();
            return {};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    /// Writes a file into the folder and gives its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }

    /// Makes the case file of an office under this regulation.
    [[nodiscard]] bool init(const QString &regulation = QStringLiteral("tob")) const
    {
        return (*this)({QStringLiteral("init"),
                        QStringLiteral("--office"),
                        QStringLiteral("0571"),
                        QStringLiteral("--name"),
                        QStringLiteral("城东分公司"),
                        QStringLiteral("--regulation"),
                        regulation})
                   .code == 0;
    }

private:
    QTemporaryDir m_dir;
};

inline QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace huiyin::support
