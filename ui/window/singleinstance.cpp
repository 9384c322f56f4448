// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/singleinstance.h>

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

namespace huiyin {

namespace {

constexpr int kWaitMs = 2000;
constexpr qsizetype kMostBytes = 64 * 1024;

} // namespace

SingleInstance::SingleInstance(const QString &caseFile, const QString &folder, QObject *parent)
    : QObject(parent)
{
    const auto digest =
        QCryptographicHash::hash(caseFile.toUtf8(), QCryptographicHash::Sha256).toHex().left(20);
    QDir().mkpath(folder);
    m_name = QDir(folder).filePath(QStringLiteral("huiyin-") + QString::fromLatin1(digest));
    m_lock = std::make_unique<QLockFile>(m_name + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim(const QStringList &arguments)
{
    // The lock decides, not the socket: a killed program leaves its socket file behind but never
    // its lock.
    if (!m_lock->tryLock(0)) {
        if (passOn(arguments)) {
            return false;
        }
        if (!m_lock->tryLock(kWaitMs)) {
            return false;
        }
    }
    listen();
    return true;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->listen(m_name);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        auto *socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kMostBytes) {
                socket->abort();
                return;
            }
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList arguments;
            stream >> arguments;
            if (stream.commitTransaction()) {
                socket->write("1");
                socket->disconnectFromServer();
                emit called(arguments);
            }
        });
    });
}

bool SingleInstance::passOn(const QStringList &arguments) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kWaitMs)) {
        return false;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(bytes);
    socket.flush();
    return socket.waitForReadyRead(kWaitMs);
}

} // namespace huiyin
