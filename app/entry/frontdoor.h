// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <window/desktopscheme.h>
#include <window/mainwindow.h>

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTranslator>

#include <memory>

#include "qtwords.h"
#include "storethread.h"

namespace huiyin {

class GateWindow;
class SingleInstance;

/// What the command line asked of the window.
struct Wanted
{
    QString file;          ///< absolute path of the case file
    bool demo = false;     ///< the sample register, in a file of its own
    QStringList arguments; ///< handed to the window, this one or the one already open
};

/// Opens the case file and the window over it, or a plain window that says why not; rebuilds the
/// window when the language changes.
class FrontDoor : public QObject
{
    Q_OBJECT

public:
    FrontDoor(std::shared_ptr<const Library> library, Wanted wanted, Language language);
    ~FrontDoor() override;

    /// Opens. False: another program has the case file and was called to the front.
    [[nodiscard]] bool open();

private:
    [[nodiscard]] Result<std::unique_ptr<Store>> openStore(bool create) const;
    void enter();
    void showWindow();
    void refuse(const Error &error);
    void askWho(const Error &error);
    void chooseAnother();
    void speak(Language language);
    void fillDemo();
    void followDesktop();
    [[nodiscard]] StoreOptions options() const;

    std::shared_ptr<const Library> m_library;
    Wanted m_wanted;
    Language m_language;
    WindowSettings m_settings;
    QtWords m_qtWords;
    QTranslator m_words;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<CommandRegistry> m_commands;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<GateWindow> m_gate;
    std::unique_ptr<DesktopScheme> m_scheme;
};

} // namespace huiyin
