// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <forms/formhouse.h>
#include <models/uiground.h>
#include <window/commands.h>
#include <window/jobrunner.h>
#include <window/settings.h>

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace huiyin {

/// What every page of the window stands on.
struct Shell
{
    Desk &desk;
    std::shared_ptr<const Library> library;
    WindowSettings &settings;
    CommandRegistry &commands;
    JobRunner &jobs;
    RandomSource random;
    Language language = Language::Chinese;

    [[nodiscard]] UiGround ground() const { return uiGround(desk, library, language); }

    [[nodiscard]] FormHouse house() const { return formHouse(desk, library, random, language); }

    [[nodiscard]] QString sentence(const Error &error) const
    {
        return library->texts.sentence(error, language);
    }

    [[nodiscard]] QString sentence(const Finding &finding) const
    {
        return library->texts.sentence(finding, language);
    }

    [[nodiscard]] QStringList sentences(const Findings &findings) const
    {
        QStringList all;
        for (const Finding &finding : findings) {
            all.append(sentence(finding));
        }
        return all;
    }
};

/// Whether a command can be used on a page now, and why not.
struct CommandState
{
    bool enabled = true;
    QString reason = {};
};

/// A page in a tab of the main window.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;

    /// What the page says to a command; nothing if the command is none of its business.
    [[nodiscard]] virtual std::optional<CommandState> state(const QString &command) const;

    /// Does a command the page has claimed with state().
    virtual void perform(const QString &command);

    /// The panes F6 goes through, in order.
    [[nodiscard]] virtual QList<QWidget *> panes() const;

    /// Keeps what is not yet kept (drafts). Called when the tab is left, hidden or closed.
    virtual void keep();

    /// Takes what changed elsewhere: a case, or everything.
    virtual void refresh();

    /// Tells the page how wide it is in Han characters, to fold side panels away.
    virtual void setWidthInHan(double han);

signals:
    void titleChanged();
    void statesChanged();
    void caseWanted(const huiyin::CaseId &id);
    void listWanted(const huiyin::CaseFilter &filter, const QString &title);
    void said(const QString &message);          ///< a passing remark for the status bar
    void commandWanted(const QString &command); ///< another command, as if the person had called it
    void pageWanted(huiyin::Page *page);        ///< a new page to be shown in a tab of its own
    void draftSaved(const huiyin::Instant &at); ///< what is typed lies safe
    void draftFailed(const huiyin::Error &error);
    /// Something was done that can be taken back for so long. \param undo does it
    /// and gives what to say of it
    void undoOffered(const QString &words, qint64 forMs, const std::function<QString()> &undo);
    void done(); ///< the page has nothing more to show and may be closed

protected:
    /// While another writer has the case file: keeps `again` and does it when the file is free.
    /// \return false if it is free now; the caller goes on
    [[nodiscard]] bool waits(std::function<void()> again);

    /// After a step: says it was done, and offers to take it back while that can be – also when the
    /// page is gone by then. \param undone  gets the case as it stands again, while the page is
    /// there
    void offerUndo(const QString &words,
                   const Outcome &outcome,
                   const std::function<void(const CaseFile &)> &undone);

    Shell &m_shell;

private:
    std::function<void()> m_again;
    QTimer *m_untilFree = nullptr;
};

} // namespace huiyin
