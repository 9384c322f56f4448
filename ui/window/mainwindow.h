// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/queuemodel.h>
#include <window/page.h>

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QLineEdit;
class QTabWidget;
class QToolBar;
class QVBoxLayout;

namespace huiyin {

class Banner;
class CaseListPage;
class CaseView;
class CommandPalette;
class IntakePage;
class NavPane;
class StatusStrip;
class UndoStrip;
struct OfferedCommand;

/// The window of the desk: queues at the left, pages in tabs, one line of state at the foot. Holds
/// no facts: everything shown comes from the desk, everything done goes through it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Shell shell, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Arguments of a start, this one's or a later one's: a case number opens the case, `--new` a
    /// registration, `--call=13800138000` announces a caller without taking the focus.
    void receive(const QStringList &arguments);

    void openCase(const CaseId &id);
    IntakePage *openIntake();

    [[nodiscard]] CommandRegistry &commands() { return m_shell.commands; }

    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QList<Page *> pages() const;

    /// The phone number a text is, normalized; empty if it is none.
    [[nodiscard]] static QString phoneIn(const QString &text);

    [[nodiscard]] CaseListPage *listPage() const { return m_list; }

    /// Writes every draft down; called before the window goes.
    void keepAll();

signals:
    /// The person chose another language: the window is to be built anew.
    void languageChosen(huiyin::Language language);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Who is on the line.
    struct Call
    {
        QString phone;
        std::optional<CaseRow> latest, latestOpen;
        int cases = 0, open = 0;
    };

    [[nodiscard]] std::optional<Call> callFrom(const QString &phone) const;
    [[nodiscard]] std::optional<Call> presentCall();
    void announceCall(const QString &number);
    void takeCall();
    void appendCall();
    void endCall();
    [[nodiscard]] bool claimsUndo(const QWidget *widget) const;
    void buildBars();
    [[nodiscard]] QVector<OfferedCommand> stepsOnPage() const;
    void buildChoices();
    void buildCentre();
    void listenToDesk();
    void act(const QString &command);
    [[nodiscard]] std::optional<CommandState> ownState(const QString &command) const;
    [[nodiscard]] bool actOwn(const QString &command);
    void updateStates();

    template <typename PageType> [[nodiscard]] PageType *pageOf() const;
    void addPage(Page *page);
    void showPage(Page *page);
    void closePage(Page *page);
    void connectPage(Page *page);
    void retitle(Page *page);

    void land();
    void openQueue(const Queue &queue);
    void openList(const CaseFilter &filter, const QString &title);
    void openStep(const CaseId &id, const QString &command);
    void registered(IntakePage *from, const CaseFile &caseFile, bool another);
    void importRegister();
    void openImport(const QString &path);
    void offerBrokenImports(); ///< imports the program ended in the middle of
    void backUp();
    void verify();

    void offerDrafts();
    void warnOfCalendar();
    void showWho();
    void showTrouble(const Error &error);
    void setLetterStep(int step);
    void applyLetters(double points);
    void applyTheme(Theme::Choice choice);
    void movePane(int step);
    void countOwed(); ///< tasks and approvals of the acting person, on another thread
    void fitWidth();
    void fitToolBar();

    Shell m_shell;
    QueueModel m_queues;
    NavPane *m_nav = nullptr;
    QTabWidget *m_tabs = nullptr;
    CaseListPage *m_list = nullptr;
    Banner *m_sampleStrip = nullptr;
    Banner *m_calendarLine = nullptr;
    Banner *m_draftBar = nullptr;
    Banner *m_importBar = nullptr;
    Banner *m_trouble = nullptr;
    Banner *m_callBanner = nullptr;
    UndoStrip *m_undo = nullptr;
    std::optional<Call> m_call; ///< announced and not yet taken
    StatusStrip *m_strip = nullptr;
    QLineEdit *m_searchBox = nullptr;
    QToolBar *m_toolBar = nullptr;
    QAction *m_toolGap = nullptr; ///< between the commands and the search box
    QStringList m_spared;         ///< commands the toolbar has no room for
    CommandPalette *m_palette = nullptr;
    QTimer m_stateDelay;
    QTimer m_minute;
    QTimer m_owedDelay; ///< several changes are counted once
    QPointer<Job> m_owedJob;
};

} // namespace huiyin
